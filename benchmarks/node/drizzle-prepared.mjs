// Drizzle on node-postgres, with prepared statements: https://orm.drizzle.team/docs/perf-queries

import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { main } from './program.mjs';
import { items } from './tables.mjs';

await main(async (url) => {
  const client = new pg.Client(url);
  await client.connect();
  const db = drizzle(client);
  const find = db.select().from(items).where(eq(items.id, sql.placeholder('id'))).prepare('find');
  const all = db.select().from(items).prepare('items');
  return {
    find: async (id) => (await find.execute({ id }))[0],
    items: () => all.execute(),
    close: () => client.end(),
  };
});
