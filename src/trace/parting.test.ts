import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { timeAt } from './moment';
import { partingOf, placeOfParting } from './parting';
import type { Trace, TraceEvent } from './trace';

const first = simulate(CANONICAL);
const slower = simulate({ ...CANONICAL, network: { ...CANONICAL.network, latency: 75_000 } });

/** `trace` with two events of the same time in the other order. */
function swapped(trace: Trace, seq: number): Trace {
  const events = trace.events.slice();
  expect(events[seq].at).toBe(events[seq + 1].at);
  [events[seq], events[seq + 1]] = [
    { ...events[seq + 1], seq },
    { ...events[seq], seq: seq + 1 },
  ];
  return { ...trace, events };
}

describe('where two runs part', () => {
  it('is at the time of what comes first in either', () => {
    expect(partingOf(slower, first)).toMatchObject({ at: 20_078, event: { type: 'arrived' }, isHere: false });
    expect(partingOf(first, slower)).toMatchObject({ at: 20_078, event: { type: 'arrived' }, isHere: true });
  });

  it('has the same time in either run', () => {
    const scenarios: readonly Partial<Scenario>[] = [
      { network: { ...CANONICAL.network, latency: 75_000 } },
      { policy: { ...CANONICAL.policy, timeout: 30 } },
      { faults: [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 0 } }] },
    ];
    for (const change of scenarios) {
      const other = simulate({ ...CANONICAL, ...change });
      const { seq, at } = partingOf(other, first)!;
      for (const [a, b] of [
        [first, other],
        [other, first],
      ])
        expect(timeAt(a, placeOfParting(a, b, seq))).toBeCloseTo(at, 3);
    }
  });

  it('is not where things that happen at once come in another order', () => {
    const seq = first.events.findIndex(({ at }, i) => at === first.events[i + 1].at);
    const other = swapped(first, seq);
    expect(partingOf(other, first)).toBeUndefined();
    const last: TraceEvent = { ...other.events.at(-1)!, at: first.duration + 1 };
    const later = { ...other, events: other.events.with(-1, last) };
    expect(partingOf(later, first)?.at).toBe(first.duration);
  });
});
