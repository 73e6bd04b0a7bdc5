// Fuzzing of every decoder: octets at random, and valid messages with octets flipped, cut out, put in and repeated.
// Usage: npm run fuzz -- [INPUTS] [SEED]     prints the figures and each fault with its octets, exits with 1 when there is one.
// An input may take a time in proportion to its length; that of a hang is not waited for.
import { Worker } from 'node:worker_threads';
import type { Tally } from './fuzz/fuzz';
import type { Job } from './fuzz/worker';

/** Seconds that one input may take, on a busy machine too: all are shorter than two kilobytes. */
const LONGEST_SECONDS = 20;
/** All memory that the decoders may take together, in MB: a length that is believed before its octets have come would need more. */
const MOST_MEMORY = 512;
/** Faults beyond these are only counted. */
const MOST_SHOWN = 10;

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const progress = new Int32Array(new SharedArrayBuffer(4));
const job: Job = { count, seed, progress };
const started = performance.now();
/** A thread does not take the loader of TypeScript over from the one that starts it. */
const inTypeScript = `import('tsx/esm/api').then(tsx => {
  tsx.register();
  return import(${JSON.stringify(new URL('./fuzz/worker.ts', import.meta.url).href)});
});`;
const worker = new Worker(inTypeScript, {
  eval: true,
  workerData: job,
  resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
});

let last = -1;
const watch = setInterval(() => {
  const input = Atomics.load(progress, 0);
  if (input === last && input > 0) fail(`input ${input} of seed ${seed} takes more than ${LONGEST_SECONDS} s`);
  last = input;
  console.error(`${input} inputs`);
}, LONGEST_SECONDS * 1000);

worker.on('error', error => fail(`input ${Atomics.load(progress, 0)} of seed ${seed}: ${error.message}`));
worker.on('message', ({ targets, tally }: { targets: number; tally: Tally }) => {
  clearInterval(watch);
  const { inputs, refused, slowestMs, faults } = tally;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${inputs} inputs to ${targets} decoders in ${seconds.toFixed(0)} s, seed ${seed}`);
  console.log(`${refused} refused with a problem, ${inputs - refused - faults.length} read to the end`);
  console.log(`the slowest took ${slowestMs.toFixed(0)} ms`);
  console.log(`${faults.length} faults`);
  for (const fault of faults.slice(0, MOST_SHOWN)) console.error(`\n${fault}`);
  if (faults.length > 0) process.exitCode = 1;
});

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
