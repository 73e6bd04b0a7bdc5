import { describe, expect, it } from 'vitest';
import { addCalls } from '../../test/traces/hand-made';
import { presets } from '../scenario/presets';
import { simulate } from '../simulation/simulate';
import { pduOf } from '../trace/dissection';
import { momentAt } from '../trace/moment';
import type { Selection } from '../trace/selection';
import type { Trace } from '../trace/trace';
import { samePlace, sameSelection } from './place';
import { placeOfStep } from './scenes';

const two = addCalls(2);
const wide = addCalls(2, 12, 16_000);

describe('the place in a run after an edit', () => {
  it('is the same when the new run has the same events', () => {
    expect(samePlace(two, 23.75, addCalls(2))).toBe(23.75);
  });

  it('is the same as long as the runs are the same, though the step takes more events later', () => {
    expect(samePlace(two, 6.5, wide, 7)).toBe(6.5);
    expect(samePlace(two, 6.5, wide)).not.toBe(6.5);
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
    expect(sameSelection(two, { kind: 'packet', packet: 20 }, addCalls(1))).toBeUndefined();
    const pdu = { of: 'message', id: 0 } as const;
    expect(sameSelection(wide, { kind: 'octets', pdu, start: 300, end: 337 }, two)).toBeUndefined();
    expect(
      sameSelection(two, { kind: 'value', exchange: 2, direction: 'c2s', path: ['args', 0] }, two),
    ).toBeUndefined();
  });

  it('stays otherwise', () => {
    const octets = { kind: 'octets', pdu: { of: 'message', id: 0 }, start: 300, end: 336 } as const;
    expect(sameSelection(two, octets, two)).toBe(octets);
    const actor = { kind: 'actor', actor: 'server' } as const;
    expect(sameSelection(two, actor, two)).toBe(actor);
  });
});

describe('selected octets after an edit', () => {
  const runOf = (args: readonly [number, number]) =>
    simulate({ ...presets[0].scenario, calls: [{ method: 'fun_add', args }] });
  const [short, long] = [runOf([2, 3]), runOf([123_456, 78])];
  const textOf = (trace: Trace, selection: Selection | undefined) => {
    if (selection?.kind !== 'octets') return undefined;
    const { bytes } = pduOf(trace, selection.pdu)!;
    return new TextDecoder().decode(bytes.subarray(selection.start, selection.end));
  };
  const selected = (trace: Trace, text: string): Selection => {
    const start = new TextDecoder().decode(trace.messages[0].pdu.bytes).indexOf(text);
    return { kind: 'octets', pdu: { of: 'message', id: 0 }, start, end: start + text.length };
  };
  const follow = (text: string) => textOf(long, sameSelection(short, selected(short, text), long));

  it('follow a value, with its tags or without', () => {
    expect(follow('<int>3</int>')).toBe('<int>78</int>');
    const value = selected(short, '<int>3</int>') as Extract<Selection, { kind: 'octets' }>;
    const digit = { ...value, start: value.start + 5, end: value.end - 6 };
    expect(textOf(long, sameSelection(short, digit, long))).toBe('78');
    const endTag = { ...value, start: value.end - 6 };
    expect(textOf(long, sameSelection(short, endTag, long))).toBe('</int>');
    expect(sameSelection(long, sameSelection(short, digit, long), short)).toEqual(digit);
  });

  it('follow a field that is no value, by its kind and order', () => {
    expect(follow('<methodName>fun_add</methodName>')).toBe('<methodName>fun_add</methodName>');
    expect(follow('User-Agent')).toBe('User-Agent');
  });
});
