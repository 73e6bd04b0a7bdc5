import { describe, expect, it } from 'vitest';
import { run } from '../../test/line-runs';
import { packetAt, placeOf } from './packet-place';

describe('the place of a packet', () => {
  it('is the nth in its direction of its connection, and leads back to it', () => {
    const trace = run();
    const places = trace.packets.map(packet => placeOf(trace, packet));
    expect(places.filter(({ direction }) => direction === 's2c').map(({ nth }) => nth)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const packet of trace.packets) expect(packetAt(trace, placeOf(trace, packet))).toBe(packet);
  });

  it('of a copy is that of the packet it was made of', () => {
    const place = { connection: 0, direction: 'c2s', nth: 2 } as const;
    const trace = run({ faults: [{ does: 'duplicate', packet: place }] });
    const copy = trace.packets.find(({ copyOf }) => copyOf !== undefined)!;
    expect(placeOf(trace, copy)).toEqual(place);
    expect(packetAt(trace, { ...place, nth: 3 })!.id).toBeLessThan(copy.id);
    expect(packetAt(trace, { ...place, nth: 99 })).toBeUndefined();
  });
});
