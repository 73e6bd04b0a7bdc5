import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { presets, smallPresets } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { firstDifference } from './first-difference';
import type { Trace } from './trace';

const canonical = presets[0].scenario;
const adding = (...args: readonly number[]): Scenario => ({ ...canonical, calls: [{ method: 'fun_add', args }] });
const run = simulate(canonical);

/** Events with all their octets, up to `seq`: what must be the same. */
function until(seq: number, { events, packets, messages }: Trace) {
  return events
    .slice(0, seq)
    .map(event => [
      event,
      'packet' in event && packets[event.packet].bytes,
      'message' in event && messages[event.message].pdu.bytes,
    ]);
}

describe('the first difference of two runs', () => {
  it('is none for the same run made twice', () => {
    expect(firstDifference(run, simulate(canonical))).toBeUndefined();
    for (const { scenario } of smallPresets)
      expect(firstDifference(simulate(scenario), simulate(scenario))).toBeUndefined();
  });

  it('of another argument is that the stub writes another message', () => {
    const other = simulate(adding(2, 4));
    const seq = firstDifference(run, other)!;
    expect(other.events[seq]).toMatchObject({ type: 'encoded', actor: 'clientStub' });
  });

  it('of a slower network is that the first packet comes in later', () => {
    const slower = simulate({ ...canonical, network: { ...canonical.network, latency: 75_000 } });
    const seq = firstDifference(run, slower)!;
    expect([run.events[seq].type, slower.events[seq].type]).toEqual(['arrived', 'arrived']);
    expect(slower.events[seq].at).toBeGreaterThan(run.events[seq].at);
  });

  it('of a run that goes on is the event after the end of the other', () => {
    const two = { ...run, events: run.events.slice(0, 30) };
    expect(firstDifference(two, run)).toBe(30);
  });

  it('of a bit that is flipped on the way is where the packet comes in', () => {
    const flipped = run.packets[0].bytes.slice();
    flipped[20] ^= 1;
    const packets = run.packets.with(0, { ...run.packets[0], arrivedBytes: flipped });
    const seq = firstDifference(run, { ...run, packets })!;
    expect(run.events[seq]).toMatchObject({ type: 'arrived', packet: 0 });
  });

  test.prop(
    [
      fc.record({ a: fc.integer(), latency: fc.nat(1000), seed: fc.nat(3) }),
      fc.record({ a: fc.integer(), latency: fc.nat(1000), seed: fc.nat(3) }),
    ],
    { numRuns: 30 },
  )('has nothing but equal events before it, whichever run is the first', (one, other) => {
    const [a, b] = [one, other].map(({ a, latency, seed }) =>
      simulate({ ...adding(a, 3), network: { ...canonical.network, latency }, seed }),
    );
    const seq = firstDifference(a, b);
    expect(firstDifference(b, a)).toBe(seq);
    const same = seq ?? a.events.length;
    expect(until(same, a)).toEqual(until(same, b));
    if (seq !== undefined) expect(until(seq + 1, a)).not.toEqual(until(seq + 1, b));
  });
});
