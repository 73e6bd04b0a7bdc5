import { describe, expect, it } from 'vitest';
import { presets, smallPresets } from '../scenario/presets';
import { simulate } from '../simulation/simulate';
import { oneCall } from '../trace/one-call';
import type { Trace } from '../trace/trace';
import { Annotations } from '../wire/bytes/annotations';
import { UNKNOWN } from '../wire/bytes/field-kind';
import type { Pdu } from '../wire/bytes/pdu';
import { packAnnotations, unpackAnnotations } from './packed-annotations';
import { packTrace, unpackTrace } from './packed-trace';

const LONGEST = 100_000;

/** Through a structured clone, as between a worker and its page. */
function sent(trace: Trace): Trace {
  return unpackTrace(structuredClone(packTrace(trace)));
}

/** Everything about a PDU that can be compared. */
function told(pdu: Pdu | undefined): unknown {
  return pdu && { ...pdu, annotations: pdu.annotations.toColumns(), content: told(pdu.content) };
}

describe('a trace from another thread', () => {
  const small = smallPresets.filter(({ scenario }) => JSON.stringify(scenario.calls).length < LONGEST);

  it.each(small.map(({ id, scenario }) => [id, scenario] as const))('is the trace that was sent: %s', (_, scenario) => {
    const trace = simulate(scenario);
    const { messages, ...rest } = sent(trace);
    const { messages: original, ...wanted } = trace;
    expect(rest).toEqual(wanted);
    expect(messages.map(message => ({ ...message, pdu: told(message.pdu) }))).toEqual(
      original.map(message => ({ ...message, pdu: told(message.pdu) })),
    );
  });

  it('does not take the other calls along: its octets have memory of their own', () => {
    const run = simulate({ ...presets[0].scenario, load: { rounds: 50, callers: 1, workers: 1 } });
    for (const { bytes } of sent(oneCall(run, 20)).packets) expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});

describe('fields from another thread', () => {
  it('of a kind that this one does not know are a fault', () => {
    const annotations = new Annotations();
    annotations.leaf(UNKNOWN, 0, 3);
    const packed = packAnnotations(annotations);
    expect(unpackAnnotations(packed).toColumns()).toEqual(annotations.toColumns());
    expect(() => unpackAnnotations({ ...packed, kinds: ['smoke signal puff 0'] })).toThrow(/smoke signal/);
  });
});
