// SQL generation with Drizzle, without a server. The queries are those of `src/generators`.
//
// `show` prints the texts. `time <text>` generates the text as often as each number on standard input says.

import { and, desc, eq, gt, like } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { turns } from './program.mjs';
import { items, owners } from './tables.mjs';

const FILTERS = { ownerId: 7n, quantity: 100, active: undefined, name: '%number%' };

const db = drizzle.mock();

/** The first 50 items with their owners, ordered. */
function select(filter) {
  return db
    .select()
    .from(items)
    .leftJoin(owners, eq(items.ownerId, owners.id))
    .where(filter)
    .orderBy(desc(items.createdAt))
    .limit(50)
    .toSQL();
}

function fixed(quantity) {
  return select(and(items.active, gt(items.quantity, quantity)));
}

function dynamic({ ownerId, quantity, active, name }) {
  return select(
    and(
      ownerId === undefined ? undefined : eq(items.ownerId, ownerId),
      quantity === undefined ? undefined : gt(items.quantity, quantity),
      active === undefined ? undefined : eq(items.active, active),
      name === undefined ? undefined : like(items.name, name),
    ),
  );
}

/** Drizzle cannot produce the text without the values. */
const TEXTS = {
  fixed: () => fixed(100),
  'fixed-with-values': () => fixed(100),
  dynamic: () => dynamic(FILTERS),
  'dynamic-with-values': () => dynamic(FILTERS),
};

const [action, text] = process.argv.slice(2);
if (action === 'show') {
  console.log(`${fixed(100).sql}\n${dynamic(FILTERS).sql}`);
} else {
  const generate = TEXTS[text];
  let length = 0;
  await turns((repetitions) => {
    for (let i = 0; i < repetitions; i += 1) {
      length += generate().sql.length;
    }
  });
  // The compiler cannot remove what is used.
  console.error(length);
}
