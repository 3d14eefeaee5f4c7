// The functions of Prisma's drivers, without the Rust engine, on one connection of node-postgres.

import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/index.js';

export async function connect(url, options) {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }, options) });
  // Opens the connection, which `$connect` does not.
  await prisma.$queryRaw`select 1`;
  return {
    find: (id) => prisma.item.findUnique({ where: { id } }),
    items: () => prisma.item.findMany(),
    close: () => prisma.$disconnect(),
  };
}
