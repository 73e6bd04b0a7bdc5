import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { Scenario } from '../scenario/scenario';
import type { Trace } from '../trace/trace';
import { keeping } from './kept-runs';

/** Scenarios whose runs have as many octets as their seed says. */
const of = (octets: number): Scenario => ({ ...CANONICAL, seed: octets });

function counted() {
  const made: number[] = [];
  const run = ({ seed }: Scenario) => {
    made.push(seed);
    return { messages: [], packets: [{ bytes: new Uint8Array(seed) }] } as unknown as Trace;
  };
  return { made, run };
}

describe('the runs that are kept', () => {
  it('are not made twice', () => {
    const { made, run } = counted();
    const runOf = keeping(run, 100);
    const [a, b] = [of(40), of(60)];
    expect(runOf(a)).toBe(runOf(a));
    runOf(b);
    runOf(a);
    expect(made).toEqual([40, 60]);
  });

  it('are those seen last, as many as have room together', () => {
    const { made, run } = counted();
    const runOf = keeping(run, 100);
    const [a, b, c] = [of(40), of(50), of(60)];
    for (const scenario of [a, b, a, c]) runOf(scenario);
    made.length = 0;
    runOf(a);
    expect(made).toEqual([]);
    runOf(b);
    expect(made).toEqual([50]);
  });

  it('are few, however small', () => {
    const { made, run } = counted();
    const runOf = keeping(run);
    const first = of(1);
    for (const scenario of [first, ...Array.from({ length: 20 }, () => of(1)), first]) runOf(scenario);
    expect(made).toHaveLength(22);
  });

  it('include the newest, be it larger than the room', () => {
    const { made, run } = counted();
    const runOf = keeping(run, 100);
    const large = of(1000);
    runOf(large);
    runOf(large);
    expect(made).toEqual([1000]);
  });
});
