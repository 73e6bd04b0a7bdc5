// The laws of runs in which anything may go wrong on the way.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { run } from '../../../test/line-runs';
import type { Fault, Impairments, PacketPlace } from '../../scenario/faults';
import { endOf, journeysOf } from '../../trace/journeys';
import type { Trace } from '../../trace/trace';

const place: fc.Arbitrary<PacketPlace> = fc.record({
  connection: fc.constantFrom(0, 0, 1),
  direction: fc.constantFrom('c2s', 's2c'),
  nth: fc.nat(12),
});
const moment = fc.nat(3_000_000);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ does: fc.constantFrom('drop', 'reorder', 'duplicate'), packet: place }),
  fc.record({ does: fc.constant('delay' as const), packet: place, by: fc.integer({ min: 1, max: 2_000_000 }) }),
  fc.record({
    does: fc.constant('flip' as const),
    packet: place,
    bits: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
  }),
  fc
    .record({
      from: moment,
      lasts: fc.integer({ min: 1, max: 3_000_000 }),
      direction: fc.constantFrom(undefined, 'c2s', 's2c'),
    })
    .map(({ from, lasts, direction }): Fault => ({ does: 'partition', from, until: from + lasts, direction })),
);
const share = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.double({ min: 0, max: 0.3, noNaN: true }));
const impairments: fc.Arbitrary<Impairments> = fc.record({
  loss: share,
  duplication: share,
  reordering: share,
  corruption: share,
  jitter: fc.constantFrom(0, 0, 5000),
});
const scenario = fc.record({
  faults: fc.array(fault, { maxLength: 6 }),
  impairments,
  seed: fc.nat(2 ** 32 - 1),
  calls: fc
    .array(fc.nat(6000), { minLength: 1, maxLength: 2 })
    .map(lengths => lengths.map(length => ({ method: 'length', args: ['y'.repeat(length)] }))),
});

describe('every run on a bad path', () => {
  const law = (name: string, check: (trace: Trace, again: () => Trace) => void) =>
    test.prop([scenario], { numRuns: 25 })(name, changes => check(run(changes), () => run(changes)), 60_000);

  law('is the same the second time', (trace, again) => {
    const { events, packets } = again();
    expect(events).toEqual(trace.events);
    expect(packets).toEqual(trace.packets);
  });

  law('has each packet arrive, get lost, or be under way at the end, once and after it was sent', trace => {
    const ends = new Map<number, number>();
    for (const event of trace.events)
      if (event.type === 'arrived' || event.type === 'dropped')
        ends.set(event.packet, (ends.get(event.packet) ?? 0) + 1);
    for (const { id, sentAt, arrivedAt } of trace.packets) {
      const way = journeysOf(trace)[id];
      const end = endOf(way);
      expect(ends.get(id) ?? 0).toBe(end === undefined ? 0 : 1);
      if (end === undefined) continue;
      expect(end).toBeGreaterThan(way.sent);
      expect(trace.events[end].at).toBeGreaterThanOrEqual(sentAt);
      expect(arrivedAt).toBe(way.arrived === undefined ? undefined : trace.events[end].at);
    }
  });

  law('throws away what has come in damaged, unless the damage is where nobody looks', trace => {
    for (const { id, arrivedBytes, bytes } of trace.packets) {
      if (!arrivedBytes) continue;
      const flipped = [...bytes.keys()].filter(i => bytes[i] !== arrivedBytes[i]);
      // One octet cannot hide from a sum of words; Ethernet's header has no sum.
      if (flipped.length === 1 && flipped[0] >= 14)
        expect(journeysOf(trace)[id].discarded).toBe(journeysOf(trace)[id].arrived! + 1);
    }
  });
});
