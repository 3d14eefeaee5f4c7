// The main program of a driver. The arguments are those of the drivers in Rust (`workloads::program`):
//
// | arguments | action |
// |---|---|
// | `show <url> <workload>` | runs the workload once and prints the rows |
// | `time <url> <workload>` | for each number on standard input, runs that many repetitions; prints nanoseconds |

import { createInterface } from 'node:readline';

/** The number of rows of the table `items`. */
const ROWS = 10_000;

/** Runs a driver. `connect` returns its functions `find`, `items` and `close`. */
export async function main(connect) {
  const [action, url, workload] = process.argv.slice(2);
  const driver = await connect(url);
  const run = operation(driver, workload);
  if (action === 'show') {
    console.log([await run(6)].flat().map(shown).join('\n'));
  } else if (action === 'time') {
    let done = 0;
    await turns(async (repetitions) => {
      const end = done + repetitions;
      while (done < end) {
        await run(done);
        done += 1;
      }
    });
  } else {
    throw new Error(`unknown action \`${action}\``);
  }
  await driver.close();
}

/** For each number on standard input, runs that many repetitions and prints how long they take. */
export async function turns(repeat) {
  for await (const line of createInterface({ input: process.stdin })) {
    const began = process.hrtime.bigint();
    await repeat(Number(line));
    console.log(String(process.hrtime.bigint() - began));
  }
}

function operation(driver, workload) {
  switch (workload) {
    case 'find-1':
      return (number) => driver.find(BigInt((number % ROWS) + 1));
    case `items-${ROWS}`:
      return () => driver.items();
    default:
      throw new Error(`unknown workload \`${workload}\``);
  }
}

/** The values of a row as in Rust's `Debug`. */
function shown(row) {
  const price = Number.isInteger(row.price) ? row.price.toFixed(1) : row.price;
  const texts = [row.name, row.description].map((text) => JSON.stringify(text));
  return [row.id, row.ownerId, row.quantity, row.active, ...texts, row.createdAt.toISOString(), price].join(' ');
}
