// Runs of many calls at once: how the time of their simulation grows with the number of calls.
import { UNIMPAIRED } from '../src/scenario/faults';
import { presetById } from '../src/scenario/presets';
import type { Scenario } from '../src/scenario/scenario';
import { simulate } from '../src/simulation/simulate';
import type { Comparison } from './ratio';

export const COUNTS = [250, 500, 1000, 2000];

export const manyCalls: Comparison = {
  title: 'Simulating many concurrent calls',
  rounds: 5,
  contenders: () =>
    COUNTS.map(calls => ({ name: `${calls} calls at once`, run: () => simulate(concurrent(calls)).events.length })),
};

/** All calls of the built-in scenario are made at the beginning, on a line without jitter, whose part of the program is not loaded. */
export function concurrent(calls: number): Scenario {
  const { scenario } = presetById('thousand-calls')!;
  return {
    ...scenario,
    impairments: UNIMPAIRED,
    load: { ...scenario.load, rounds: calls / scenario.calls.length, callers: calls },
  };
}
