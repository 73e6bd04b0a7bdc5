import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotatedRun } from '../../test/traces/annotated-run';
import { presetById } from '../scenario/presets';
import { simulate } from '../simulation/simulate';
import type { Span } from './dissection';
import { carriersOf, isWritten, shownPdu, spansIn, valueAt } from './questions';
import type { PduRef, Selection } from './selection';
import { firstValueSpan, valueSpan } from './value-span';

const run = annotatedRun('join', ['two', 'three'], 60);
const REQUEST: PduRef = { of: 'message', id: 0 };
const octets = (pdu: PduRef, start: number, end: number): Selection => ({ kind: 'octets', pdu, start, end });
const textOf = (span: Span | undefined) =>
  span && new TextDecoder().decode(run.messages[0].pdu.bytes.subarray(span.start, span.end));
const value = (path: (string | number)[]): Selection => ({ kind: 'value', exchange: 0, direction: 'c2s', path });

describe('which PDU is shown', () => {
  it('is the packet that has just left or come in, else the message of the step', () => {
    const shown = run.events.map(event => {
      const ref = shownPdu(run, event.seq, undefined, -1)!;
      return `${event.type === 'step' ? event.step : event.type} ${ref.of} ${ref.id}`;
    });
    expect(shown.slice(0, 6)).toEqual([
      '1 message 0',
      '2 message 0',
      'encoded message 0',
      '3 message 0',
      'sent packet 0',
      'arrived packet 0',
    ]);
    expect(shown).toContain('4 message 0');
    expect(shown).toContain('7 message 1');
    expect(shown.at(-1)).toBe('10 message 1');
  });

  it('is what was selected, as long as the run stands where it was selected', () => {
    const packet: Selection = { kind: 'packet', packet: 2 };
    expect(shownPdu(run, 1, packet, 1)).toEqual({ of: 'packet', id: 2 });
    expect(shownPdu(run, 2, packet, 1)).toEqual(REQUEST);
    expect(shownPdu(run, 5, value(['args', 0]), 5)).toEqual(REQUEST);
    expect(shownPdu(run, 0, { kind: 'packet', packet: 99 }, 0)).toEqual(REQUEST);
  });

  it('exists only from the event that writes it', () => {
    expect(isWritten(run, REQUEST, 1)).toBe(false);
    expect(isWritten(run, REQUEST, 2)).toBe(true);
    expect(isWritten(run, { of: 'packet', id: 0 }, 3)).toBe(false);
    expect(isWritten(run, { of: 'packet', id: 0 }, 4)).toBe(true);
  });
});

describe('the octets that a selection means', () => {
  it('of an argument are its text, without the marks around it', () => {
    expect(textOf(valueSpan(run.messages[0].pdu, ['args', 0]))).toBe('two');
    expect(textOf(valueSpan(run.messages[0].pdu, ['args', 1]))).toBe('three');
    expect(textOf(valueSpan(run.messages[0].pdu, ['args']))).toMatch(/^<params>.*<\/params>$/s);
    expect(valueSpan(run.messages[0].pdu, ['args', 2])).toBeUndefined();
    expect(spansIn(run, REQUEST, value(['args', 1])).map(textOf)).toEqual(['three']);
  });

  it('of the first value of a message are those of its first argument, or of its result', () => {
    expect(textOf(firstValueSpan(run.messages[0].pdu.annotations))).toBe('two');
    expect(firstValueSpan(run.messages[1].pdu.annotations)).toEqual(valueSpan(run.messages[1].pdu, ['result']));
  });

  it('of an argument stand in the packets that carry them, and in no other direction', () => {
    const span = valueSpan(run.messages[0].pdu, ['args', 0])!;
    const [carrier] = carriersOf(run, 0, span);
    const [marked] = spansIn(run, { of: 'packet', id: carrier }, value(['args', 0]));
    expect(new TextDecoder().decode(run.packets[carrier].bytes.subarray(marked.start, marked.end))).toBe('two');
    expect(spansIn(run, { of: 'message', id: 1 }, value(['args', 0]))).toEqual([]);
  });

  it('of a packet are all of it, and in the message the part that it carries', () => {
    const packet: Selection = { kind: 'packet', packet: 1 };
    expect(spansIn(run, { of: 'packet', id: 1 }, packet)).toEqual([{ start: 0, end: 114 }]);
    expect(spansIn(run, REQUEST, packet)).toEqual([{ start: 60, end: 120 }]);
    expect(spansIn(run, { of: 'packet', id: 0 }, packet)).toEqual([]);
  });

  it('in a header stand in no message', () => {
    expect(spansIn(run, REQUEST, octets({ of: 'packet', id: 0 }, 0, 14))).toEqual([]);
  });

  it('of a message come back from the packets that carry them, every one once', () => {
    const length = run.messages[0].pdu.bytes.length;
    fc.assert(
      fc.property(fc.nat(length - 1), fc.nat(length), (start, extra) => {
        const end = Math.min(length, start + 1 + extra);
        const back = carriersOf(run, 0, { start, end }).flatMap(packet =>
          spansIn(run, { of: 'packet', id: packet }, octets(REQUEST, start, end)).flatMap(span =>
            spansIn(run, REQUEST, octets({ of: 'packet', id: packet }, span.start, span.end)),
          ),
        );
        expect(back[0].start).toBe(start);
        expect(back.at(-1)!.end).toBe(end);
        expect(back.slice(1).map(span => span.start)).toEqual(back.slice(0, -1).map(span => span.end));
      }),
    );
  });

  it('of compressed content are all of the body, and of the body all of the content', () => {
    const [request] = run.messages;
    const content = { ...request.pdu, content: undefined };
    const zipped = { ...run, messages: [{ ...request, pdu: { ...request.pdu, content } }, run.messages[1]] };
    const ref: PduRef = { of: 'content', id: 0 };
    const [body] = spansIn(zipped, REQUEST, octets(ref, 0, 3));
    expect(textOf(body)).toMatch(/^<methodCall>.*<\/methodCall>$/s);
    expect(spansIn(zipped, ref, octets(REQUEST, body.start, body.start + 1))).toEqual([
      { start: 0, end: content.bytes.length },
    ]);
    expect(spansIn(zipped, ref, octets(REQUEST, 0, 4))).toEqual([]);
  });
});

describe('an argument that is passed by name', () => {
  const named = simulate(presetById('json-rpc-named')!.scenario);
  const text = ({ start, end }: Span) => new TextDecoder().decode(named.messages[0].pdu.bytes.subarray(start, end));

  it('is found by its place among the parameters, and told by it', () => {
    const spans = spansIn(named, REQUEST, value(['args', 1]));
    expect(spans.map(text)).toEqual(['3']);
    expect(valueAt(named, octets(REQUEST, spans[0].start, spans[0].end))?.path).toEqual(['args', 1]);
  });
});

describe('the value that a selection stands in', () => {
  it('is the argument of a field, seen in the message or in a packet', () => {
    const span = valueSpan(run.messages[0].pdu, ['args', 0])!;
    const expected = { exchange: 0, direction: 'c2s', path: ['args', 0] };
    expect(valueAt(run, octets(REQUEST, span.start, span.end))).toEqual(expected);
    const [packet] = carriersOf(run, 0, span);
    const [marked] = spansIn(run, { of: 'packet', id: packet }, octets(REQUEST, span.start, span.end));
    expect(valueAt(run, octets({ of: 'packet', id: packet }, marked.start, marked.end))).toEqual(expected);
  });

  it('is none for a header or an envelope', () => {
    expect(valueAt(run, octets(REQUEST, 0, 4))).toBeUndefined();
    expect(valueAt(run, octets({ of: 'packet', id: 0 }, 0, 14))).toBeUndefined();
  });
});
