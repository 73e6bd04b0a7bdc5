// Calls under faults: scenarios at random, with faults and policies at random, and what must be true of every run.
// Usage: npm run faults -- [RUNS] [FIRST]     prints the figures and each fault with its number, exits with 1 when there is one.
import { loadAllParts } from '../src/parts/part';
import '../src/protocols/index';
import { faultsOf } from './faults/laws';
import { schedule } from './faults/schedule';

/** Faults beyond these are only counted. */
const MOST_SHOWN = 10;
/** Of so many runs one is made twice, to see that it is the same. */
const AGAIN = 20;
const REPORT_EVERY = 2000;

const [count = 100_000, first = 1] = process.argv.slice(2).map(Number);
await loadAllParts();
const started = performance.now();
let faulty = 0;
for (let number = first; number < first + count; number++) {
  const faults = runFaults(number);
  if (faults.length > 0 && faulty++ < MOST_SHOWN) console.error(`run ${number}:\n  ${faults.join('\n  ')}`);
  if ((number - first + 1) % REPORT_EVERY === 0) console.error(`${number - first + 1} runs`);
}
const seconds = (performance.now() - started) / 1000;
console.log(`${count} runs in ${seconds.toFixed(0)} s, from number ${first}`);
console.log(`${faulty} of them not as they should be`);
if (faulty > 0) process.exitCode = 1;

/** An exception is a fault too. */
function runFaults(number: number): string[] {
  try {
    return faultsOf(schedule(number), number % AGAIN === 0);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
