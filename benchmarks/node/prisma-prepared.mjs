// Prisma with named statements, which the server prepares once.

import { connect } from './prisma-client.mjs';
import { main } from './program.mjs';

const names = new Map();

function statementNameGenerator({ sql }) {
  const name = names.get(sql) ?? `statement ${names.size}`;
  names.set(sql, name);
  return name;
}

await main((url) => connect(url, { statementNameGenerator }));
