import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { presets } from '../scenario/presets';
import { simulate } from '../simulation/simulate';
import { timeAt } from '../trace/moment';
import type { Trace } from '../trace/trace';
import { jointScales } from './joint-scales';

const canonical = presets[0].scenario;
const runWith = (latency: number, args: number) =>
  simulate({
    ...canonical,
    network: { ...canonical.network, latency },
    calls: [{ method: 'fun_add', args: [10 ** args, 3] }],
  });

const pair = fc
  .tuple(fc.constantFrom(0, 100, 20_000, 75_000), fc.constantFrom(0, 100, 20_000, 75_000), fc.nat(9))
  .map(([a, b, args]) => [runWith(a, 0), runWith(b, args)] as const);
const kind = fc.constantFrom('story' as const, 'clock' as const);

/** Each event with its time and how many of its run came before at that time. */
function moments({ events }: Trace) {
  return events.map(({ seq, at }) => ({ seq, at, nth: seq - events.findIndex(other => other.at === at) }));
}

describe('two runs along one line', () => {
  test.prop([pair, kind], { numRuns: 40 })('stand at the same place at the same time', ([a, b], kind) => {
    const { earlier, now } = jointScales(a, b, kind);
    const ofB = new Map(moments(b).map(({ seq, at, nth }) => [`${at} ${nth}`, now.startOf(seq)]));
    for (const { seq, at, nth } of moments(a)) {
      const place = ofB.get(`${at} ${nth}`);
      if (place !== undefined) expect(earlier.startOf(seq)).toBeCloseTo(place, 6);
    }
  });

  test.prop([pair, kind], { numRuns: 40 })('never go back in time along the line', ([a, b], kind) => {
    const { earlier, now } = jointScales(a, b, kind);
    const all = [
      ...a.events.map(({ seq, at }) => ({ at, place: earlier.startOf(seq) })),
      ...b.events.map(({ seq, at }) => ({ at, place: now.startOf(seq) })),
    ].sort((x, y) => x.place - y.place);
    for (let i = 1; i < all.length; i++)
      if (all[i].place - all[i - 1].place > 1e-6) expect(all[i].at).toBeGreaterThanOrEqual(all[i - 1].at);
  });

  test.prop([pair, fc.double({ min: 0, max: 1, noNaN: true })], { numRuns: 40 })(
    'show nearly the same virtual time at any place of the clock',
    ([a, b], share) => {
      const { earlier, now } = jointScales(a, b, 'clock');
      const position = share * (b.events.length - 1);
      const there = earlier.positionAt(now.at(position));
      if (there >= a.events.length - 1) return;
      expect(Math.abs(timeAt(a, there) - timeAt(b, position))).toBeLessThanOrEqual(1);
    },
  );
});
