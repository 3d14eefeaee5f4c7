// Prisma with its defaults.

import { connect } from './prisma-client.mjs';
import { main } from './program.mjs';

await main(connect);
