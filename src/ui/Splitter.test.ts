import { describe, expect, it } from 'vitest';
import { shareFor } from './Splitter';

describe('a splitter', () => {
  it('between left and right goes with the arrows to the sides', () => {
    expect(shareFor('ArrowRight', 50, [20, 80], true)).toBe(52);
    expect(shareFor('ArrowLeft', 50, [20, 80], true)).toBe(48);
    expect(shareFor('ArrowDown', 50, [20, 80], true)).toBeUndefined();
  });

  it('between above and below goes with the arrows up and down', () => {
    expect(shareFor('ArrowDown', 50, [20, 80], false)).toBe(52);
    expect(shareFor('ArrowUp', 50, [20, 80], false)).toBe(48);
    expect(shareFor('ArrowLeft', 50, [20, 80], false)).toBeUndefined();
  });

  it('goes to either end of its range by Home and End', () => {
    expect(shareFor('Home', 50, [20, 80], true)).toBe(20);
    expect(shareFor('End', 50, [20, 80], false)).toBe(80);
  });
});
