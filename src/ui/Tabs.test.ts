import { expect, it } from 'vitest';
import { nextTab } from './Tabs';

it('arrow keys go along the row of tabs and around its ends', () => {
  expect(nextTab('ArrowRight', 0, 3)).toBe(1);
  expect(nextTab('ArrowRight', 2, 3)).toBe(0);
  expect(nextTab('ArrowLeft', 0, 3)).toBe(2);
  expect(nextTab('Home', 2, 3)).toBe(0);
  expect(nextTab('End', 0, 3)).toBe(2);
  expect(nextTab('a', 0, 3)).toBeUndefined();
});
