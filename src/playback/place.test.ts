import { describe, expect, it } from 'vitest';
import { addCalls } from '../../test/traces/hand-made';
import { momentAt } from '../trace/moment';
import { samePlace, sameSelection } from './place';
import { placeOfStep } from './scenes';

const two = addCalls(2);
const wide = addCalls(2, 12, 16_000);

describe('the place in a run after an edit', () => {
  it('is the same when the new run has the same events', () => {
    expect(samePlace(two, 23.75, addCalls(2))).toBe(23.75);
  });

  it('stays in the same step of the same call when the message takes more segments', () => {
    for (let position = 0; position < two.events.length; position += 0.25) {
      const before = momentAt(two, position);
      const after = momentAt(wide, samePlace(two, position, wide));
      expect([after.exchange, after.step]).toEqual([before.exchange, before.step]);
    }
  });

  it('stays at an event when it stood at one', () => {
    const place = placeOfStep(two, 0, 3)! + 5;
    expect(samePlace(two, place, wide) % 1).toBe(0);
  });

  it('comes back when the edit is undone before the learner moves', () => {
    const there = samePlace(two, placeOfStep(two, 0, 5)!, wide);
    expect(samePlace(wide, there, two)).toBe(placeOfStep(two, 0, 5));
  });

  it('is the same share of the run when there is no such call any more', () => {
    const one = addCalls(1);
    const last = two.events.length - 1;
    expect(samePlace(two, last, one)).toBe(one.events.length - 1);
  });
});

describe('the selection after an edit', () => {
  it('is dropped when what it points at is gone', () => {
    expect(sameSelection({ kind: 'packet', packet: 20 }, addCalls(1))).toBeUndefined();
    const pdu = { of: 'message', id: 0 } as const;
    expect(sameSelection({ kind: 'octets', pdu, start: 300, end: 337 }, two)).toBeUndefined();
    expect(sameSelection({ kind: 'value', exchange: 2, direction: 'c2s', path: ['args', 0] }, two)).toBeUndefined();
  });

  it('stays otherwise', () => {
    const octets = { kind: 'octets', pdu: { of: 'message', id: 0 }, start: 300, end: 336 } as const;
    expect(sameSelection(octets, two)).toBe(octets);
    const actor = { kind: 'actor', actor: 'server' } as const;
    expect(sameSelection(actor, two)).toBe(actor);
  });
});
