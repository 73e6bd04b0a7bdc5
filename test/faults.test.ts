// Some of the runs that `npm run faults` makes.
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../scripts/faults/laws';
import { schedule } from '../scripts/faults/schedule';
import { presentScenario, seed } from '../src/forks/fork-tree';
import { decodeLink, encodeLink } from '../src/forks/link';
import { simulate } from '../src/simulation/simulate';

/** Which of the runs: another hundred would do as well. */
const FIRST = 1;
const RUNS = 150;
const numbers = Array.from({ length: RUNS }, (_, index) => FIRST + index);
const SLOW_MACHINE_MS = 60_000;

describe('Calls under faults and policies at random', () => {
  it(
    'end with a result or an error, in time, and are executed as often as the policy promises',
    () => {
      const faulty = numbers.flatMap(number => faultsOf(schedule(number)).map(fault => `run ${number}: ${fault}`));
      expect(faulty).toEqual([]);
    },
    SLOW_MACHINE_MS,
  );

  it(
    'are the same when they come out of a link',
    async () => {
      for (const number of numbers.slice(0, 10)) {
        const { scenario } = schedule(number);
        const { text } = await encodeLink({ tree: seed(scenario), position: 0 });
        const { tree } = await decodeLink(text);
        expect(simulate(presentScenario(tree)).events).toEqual(simulate(scenario).events);
      }
    },
    SLOW_MACHINE_MS,
  );
});
