// Drizzle on node-postgres. The query is built each time.

import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { main } from './program.mjs';
import { items } from './tables.mjs';

await main(async (url) => {
  const client = new pg.Client(url);
  await client.connect();
  const db = drizzle(client);
  return {
    find: async (id) => (await db.select().from(items).where(eq(items.id, id)))[0],
    items: () => db.select().from(items),
    close: () => client.end(),
  };
});
