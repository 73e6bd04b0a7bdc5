// The memory of runs of many calls, which on the page is the worker's, and how it grows with the number of calls.
import { simulate } from '../src/simulation/simulate';
import type { Figure } from './app';
import { COUNTS, concurrent } from './many-calls';
import { held } from './memory';

export function manyCallsFigures(): readonly Figure[] {
  return COUNTS.map(calls => {
    const { megabytes } = held(() => simulate(concurrent(calls)));
    return { name: `${calls} calls at once`, value: `${megabytes.toFixed(0)} MB` };
  });
}
