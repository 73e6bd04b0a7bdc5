import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { PacketFault } from '../scenario/faults';
import { simulate } from '../simulation/simulate';
import { counterpartOf, twinOf } from './counterpart';
import { flagsText } from './journeys';

const first = simulate(CANONICAL);
const having = (does: 'drop' | 'duplicate', nth: number) =>
  simulate({ ...CANONICAL, faults: [{ packet: { connection: 0, direction: 'c2s', nth }, does } as PacketFault] });

describe('the packet of another run that plays the same part', () => {
  it('is the same packet where nothing went otherwise', () => {
    for (const packet of first.packets) expect(twinOf(first, packet, simulate(CANONICAL))?.id).toBe(packet.id);
  });

  it('of a SYN that is sent again is the SYN that was sent once, and never another kind of packet', () => {
    const dropped = having('drop', 0);
    const again = dropped.packets[1];
    expect([flagsText(again), again.occasion]).toEqual(['SYN', 'retransmission timeout']);
    expect(twinOf(dropped, again, first)).toBeUndefined();
    expect(counterpartOf(dropped, again, first)).toBe(first.packets[0]);
    for (const packet of dropped.packets) {
      const other = counterpartOf(dropped, packet, first);
      expect(other && flagsText(other)).toBe(flagsText(packet));
    }
  });

  it('is found behind a message that is longer', () => {
    const longer = simulate({ ...CANONICAL, calls: [{ method: 'fun_add', args: [222222, 3] }] });
    for (const packet of longer.packets) expect(counterpartOf(longer, packet, first)?.id).toBe(packet.id);
  });

  it('of a copy is what was copied', () => {
    const doubled = having('duplicate', 0);
    const copy = doubled.packets.find(({ copyOf }) => copyOf !== undefined)!;
    expect(counterpartOf(doubled, copy, first)).toBe(first.packets[0]);
  });
});
