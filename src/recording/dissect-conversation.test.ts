import { describe, expect, it } from 'vitest';
import type { Protocol, StreamDissector } from '../protocols/protocol';
import { ByteWriter } from '../wire/bytes/byte-writer';
import { defineFieldKind, UNKNOWN } from '../wire/bytes/field-kind';
import type { Pdu } from '../wire/bytes/pdu';
import type { Conversation } from '../wire/reassembly/conversations';
import { dissectConversation, isExplained } from './dissect-conversation';

const LETTERS = defineFieldKind({ format: 'shout', name: 'letters', role: 'value', spec: '', reads: 'text' });

/** A message is four octets; letters are understood, everything else is not. */
function pduOf(octets: Uint8Array, content?: Pdu): Pdu {
  const writer = new ByteWriter();
  for (const octet of octets) {
    writer.begin(/[A-Z]/.test(String.fromCharCode(octet)) ? LETTERS : UNKNOWN);
    writer.uint8(octet);
    writer.end();
  }
  return { format: 'shout', bytes: writer.finish(), annotations: writer.annotations!, content };
}

const messageOf = (octets: Uint8Array, content?: Pdu) => ({ pdu: pduOf(octets, content), says: undefined });

function dissector(): StreamDissector {
  let rest = Uint8Array.of();
  return {
    push(octets) {
      rest = Uint8Array.of(...rest, ...octets);
      const whole = Math.floor(rest.length / 4) * 4;
      const messages = Array.from({ length: whole / 4 }, (_, i) => messageOf(rest.subarray(i * 4, i * 4 + 4)));
      rest = rest.subarray(whole);
      return messages;
    },
    end: () => (rest.length > 0 ? [messageOf(rest)] : []),
  };
}

const shout = {
  id: 'shout',
  recognise: (c2s: Uint8Array) => (c2s[0] === 0x41 ? 0.9 : 0),
  dissect: dissector,
} as unknown as Protocol;
const doubtful = { ...shout, id: 'doubtful', recognise: () => 0.6 } as Protocol;

type Part = readonly [offset: number, text: string, atMicros: number];

function conversationOf(c2s: readonly Part[], s2c: readonly Part[] = [], missing = 0): Conversation {
  const stream = (parts: readonly Part[], lost: number) => ({
    chunks: parts.map(([offset, text, atMicros]) => ({
      offset,
      octets: Uint8Array.from(Buffer.from(text)),
      arrivals: [{ offset, atMicros, octets: Uint8Array.from(Buffer.from(text)) }],
    })),
    missing: lost,
    repeated: 0,
    start: 0,
  });
  const endpoint = { address: '10.0.0.1', port: 1 };
  return { client: endpoint, server: endpoint, segments: [], c2s: stream(c2s, missing), s2c: stream(s2c, 0) };
}

describe('dissecting a connection', () => {
  it('takes the protocol that is the surest, and tells messages in the order of capture', () => {
    const conversation = conversationOf([[0, 'ABCDEFGH', 30]], [[0, 'IJKL', 20]]);
    const dissected = dissectConversation(conversation, [doubtful, shout]);
    expect(dissected.protocol?.id).toBe('shout');
    expect(dissected.messages.map(message => [message.direction, message.offset])).toEqual([
      ['s2c', 0],
      ['c2s', 0],
      ['c2s', 4],
    ]);
    expect(isExplained(dissected)).toBe(true);
  });

  it('takes none when none is sure, and explains nothing then', () => {
    const dissected = dissectConversation(conversationOf([[0, 'abcd', 0]]), [shout]);
    expect(dissected).toMatchObject({
      protocol: undefined,
      messages: [],
      coverage: { c2s: { explained: 0, seen: 4 } },
    });
    expect(isExplained(dissected)).toBe(false);
  });

  it('takes the chosen protocol, whether it recognises the connection or not', () => {
    const dissected = dissectConversation(conversationOf([[0, 'abCD', 0]]), [], shout);
    expect(dissected.coverage.c2s).toMatchObject({ explained: 2, seen: 4 });
  });

  it('begins anew behind a hole, and is not content with one', () => {
    const dissected = dissectConversation(
      conversationOf(
        [
          [0, 'ABCDEF', 0],
          [10, 'ABCD', 1],
        ],
        [],
        4,
      ),
      [shout],
    );
    expect(dissected.messages.map(message => [message.offset, message.pdu.bytes.length])).toEqual([
      [0, 4],
      [4, 2],
      [10, 4],
    ]);
    expect(dissected.coverage.c2s).toEqual({ explained: 10, seen: 10, missing: 4, unexplainedContent: 0 });
    expect(isExplained(dissected)).toBe(false);
  });

  it('looks into what a message stands for', () => {
    const inflated = pduOf(Uint8Array.from(Buffer.from('AB?D')));
    const zipped: Protocol = {
      ...shout,
      dissect: () => ({ push: octets => [messageOf(octets, inflated)], end: () => [] }),
    };
    const dissected = dissectConversation(conversationOf([[0, 'ABCD', 0]]), [], zipped);
    expect(dissected.coverage.c2s).toMatchObject({ explained: 4, seen: 4, unexplainedContent: 1 });
    expect(isExplained(dissected)).toBe(false);
  });
});
