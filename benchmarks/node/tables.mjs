// Drizzle's tables. `mode: 'bigint'` covers the range of the column, as `i64` and Prisma's `BigInt` do.

import { bigint, boolean, doublePrecision, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const owners = pgTable('owners', {
  id: bigint({ mode: 'bigint' }).primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull(),
  email: text().notNull(),
});

export const items = pgTable('items', {
  id: bigint({ mode: 'bigint' }).primaryKey().generatedByDefaultAsIdentity(),
  ownerId: bigint('owner_id', { mode: 'bigint' }).notNull(),
  quantity: integer().notNull(),
  active: boolean().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  price: doublePrecision().notNull(),
});
