import { describe, expect, it } from 'vitest';
import { belongsToElement } from './player-keys';

/** An element that matches these selectors, itself or through an ancestor. */
const inside = (...selectors: string[]) => ({
  closest: (list: string) => (list.split(', ').some(selector => selectors.includes(selector)) ? ({} as Element) : null),
});

describe('a key pressed in', () => {
  it('a text field is typed there, whatever it is', () => {
    for (const key of [' ', 'ArrowLeft', 'Home', '3', '.'])
      expect(belongsToElement(inside('textarea'), key)).toBe(true);
  });

  it('a list or a slider belongs to it if it is an arrow, and to the player if it is a digit', () => {
    expect(belongsToElement(inside('[role=listbox]'), 'ArrowRight')).toBe(true);
    expect(belongsToElement(inside('[role=slider]'), 'Home')).toBe(true);
    expect(belongsToElement(inside('[role=listbox]'), '4')).toBe(false);
    expect(belongsToElement(inside('[role=tablist]'), 'ArrowRight', true)).toBe(false);
  });

  it('a list belongs to it if it is a page up or down, and so does one pressed in a dialog', () => {
    expect(belongsToElement(inside('[role=listbox]'), 'PageDown')).toBe(true);
    expect(belongsToElement(inside('dialog'), 'PageUp')).toBe(true);
    expect(belongsToElement(inside('button'), 'PageDown')).toBe(false);
  });

  it('a button belongs to it if it is Space, and to the player if it is an arrow', () => {
    expect(belongsToElement(inside('button'), ' ')).toBe(true);
    expect(belongsToElement(inside('button'), 'ArrowRight')).toBe(false);
  });

  it('the page belongs to the player', () => {
    for (const key of [' ', 'ArrowLeft', '7']) expect(belongsToElement(inside(), key)).toBe(false);
  });
});
