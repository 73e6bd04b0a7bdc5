import { describe, expect, it } from 'vitest';
import type { Fault } from '../../scenario/faults';
import { faultsOn, toggled } from './placed-faults';

const SYN = { connection: 0, direction: 'c2s', nth: 0 } as const;
const DROP: Fault = { does: 'drop', packet: SYN };
const OTHER: Fault = { does: 'drop', packet: { ...SYN, nth: 1 } };
const CUT: Fault = { does: 'partition', from: 0 };

describe('a fault that is put on a packet', () => {
  it('is placed, and taken away when it is put there again', () => {
    const placed = toggled([OTHER, CUT], DROP);
    expect(placed).toEqual({ faults: [OTHER, CUT, DROP], placed: DROP });
    expect(toggled(placed.faults, { ...DROP, packet: { ...SYN } })).toEqual({ faults: [OTHER, CUT], removed: DROP });
  });

  it('is placed beside another one, and bits are flipped again and again', () => {
    const flip: Fault = { does: 'flip', packet: SYN, bits: [1] };
    const { faults } = toggled(toggled([DROP], flip).faults, flip);
    expect(faultsOn(SYN, [...faults, OTHER])).toEqual([DROP, flip, flip]);
  });
});
