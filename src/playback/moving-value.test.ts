import { describe, expect, it } from 'vitest';
import { movingValue } from './moving-value';

describe('a moving value', () => {
  it('tells its followers of every new value, and of none that is the same', () => {
    const value = movingValue(0);
    const told: number[] = [];
    value.follow(now => told.push(now));
    for (const next of [1, 1, 2]) value.set(next);
    expect(told).toEqual([1, 2]);
    expect(value.get()).toBe(2);
  });

  it('tells nobody who has stopped following', () => {
    const value = movingValue(0);
    const told: number[] = [];
    const stop = value.follow(now => told.push(now));
    stop();
    value.set(1);
    expect(told).toEqual([]);
  });
});
