import { expect, it } from 'vitest';
import { scrollTarget } from './scroll-within';

it('leaves the pane where it is when the line is in sight', () => {
  expect(scrollTarget(200, 222, 100, 400, 36)).toBe(100);
});

it('scrolls down just far enough, with some room below', () => {
  expect(scrollTarget(600, 622, 100, 400, 36)).toBe(622 + 32 - 400);
});

it('scrolls up just far enough, clear of the heading that stays', () => {
  expect(scrollTarget(300, 322, 400, 400, 36)).toBe(300 - 32 - 36);
  expect(scrollTarget(10, 32, 400, 400, 36)).toBe(0);
});
