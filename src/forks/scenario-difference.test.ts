import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { Fault } from '../scenario/faults';
import type { Scenario } from '../scenario/scenario';
import { differencesOf } from './scenario-difference';

const drop = (nth: number): Fault => ({ packet: { connection: 0, direction: 'c2s', nth }, does: 'drop' });
const withFaults = (...faults: readonly Fault[]): Scenario => ({ ...CANONICAL, faults });

describe('what differs between two scenarios', () => {
  it('is named by its innermost place', () => {
    const after = {
      ...CANONICAL,
      calls: [{ method: 'fun_add', args: [2, 7] }],
      network: { ...CANONICAL.network, latency: 75_000 },
    };
    expect(differencesOf(CANONICAL, after, 9)).toEqual([
      { path: ['calls', 0, 'args', 1], before: 3, after: 7 },
      { path: ['network', 'latency'], before: 20_000, after: 75_000 },
    ]);
  });

  it('is a fault that was put in or taken out, wherever it stands in the list', () => {
    expect(differencesOf(withFaults(drop(0), drop(2)), withFaults(drop(0), drop(1), drop(2)), 9)).toEqual([
      { path: ['faults', 1], before: undefined, after: drop(1) },
    ]);
    expect(differencesOf(withFaults(drop(0), drop(1)), withFaults(drop(1)), 9)).toEqual([
      { path: ['faults', 0], before: drop(0), after: undefined },
    ]);
  });

  it('is told up to a limit', () => {
    expect(differencesOf(withFaults(), withFaults(drop(0), drop(1), drop(2)), 2)).toHaveLength(2);
  });

  test.prop([fc.jsonValue(), fc.jsonValue()])('is nothing exactly when they are the same', (a, b) => {
    const [one, other] = [a, b].map(data => ({ ...CANONICAL, calls: [{ method: 'f', args: [data] }] }) as Scenario);
    expect(differencesOf(one, structuredClone(one), 1)).toEqual([]);
    expect(differencesOf(one, other, 1).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
  });
});
