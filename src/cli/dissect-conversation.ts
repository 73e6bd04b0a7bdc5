// Dissects one TCP connection of a capture: its protocol, its messages, and how many of its octets they explain.
import type { Protocol } from '../protocols/protocol';
import type { Direction } from '../trace/trace';
import { fieldKind, UNKNOWN } from '../wire/bytes/field-kind';
import { leafFields } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';
import type { Conversation } from '../wire/reassembly/conversations';
import type { CapturedStream, Chunk } from '../wire/reassembly/stream';

/** Octets of each direction that a protocol looks at to recognise a conversation as its own. */
const FIRST_OCTETS = 4096;
/** Below this a protocol does not count as recognised. */
const SURE_ENOUGH = 0.5;

export interface DissectedMessage {
  readonly direction: Direction;
  /** Octets of the stream before it. */
  readonly offset: number;
  /** When its first octet was captured, in microseconds since 1970. */
  readonly atMicros: number;
  readonly pdu: Pdu;
}

/** How much of one direction is understood, in octets. */
export interface Coverage {
  readonly explained: number;
  readonly seen: number;
  /** Sent, as the sequence numbers tell, but not captured. */
  readonly missing: number;
  /** Octets of contents (inflated, dechunked) that no rule explains. */
  readonly unexplainedContent: number;
}

export interface DissectedConversation {
  readonly conversation: Conversation;
  /** Undefined when no protocol recognises it. */
  readonly protocol: Protocol | undefined;
  /** Of both directions, in the order of capture. */
  readonly messages: readonly DissectedMessage[];
  readonly coverage: Readonly<Record<Direction, Coverage>>;
}

/** Dissects `conversation` as `chosen`, or as the protocol of `protocols` that is the surest that it is its own. */
export function dissectConversation(
  conversation: Conversation,
  protocols: readonly Protocol[],
  chosen?: Protocol,
): DissectedConversation {
  const protocol = chosen ?? recognised(conversation, protocols);
  const messages = (['c2s', 's2c'] as const).flatMap(direction =>
    protocol ? dissectStream(protocol, direction, conversation[direction]) : [],
  );
  return {
    conversation,
    protocol,
    messages: messages.sort((a, b) => a.atMicros - b.atMicros),
    coverage: {
      c2s: coverageOf(conversation.c2s, messages, 'c2s'),
      s2c: coverageOf(conversation.s2c, messages, 's2c'),
    },
  };
}

/** Whether every octet of the connection was captured and is explained. */
export function isExplained({ coverage }: DissectedConversation): boolean {
  return [coverage.c2s, coverage.s2c].every(
    ({ explained, seen, missing, unexplainedContent }) =>
      explained === seen && missing === 0 && unexplainedContent === 0,
  );
}

function recognised(conversation: Conversation, protocols: readonly Protocol[]): Protocol | undefined {
  const c2s = firstOctets(conversation.c2s);
  const s2c = firstOctets(conversation.s2c);
  let surest: { protocol: Protocol; sureness: number } | undefined;
  for (const protocol of protocols) {
    const sureness = protocol.recognise(c2s, s2c);
    if (sureness >= SURE_ENOUGH && sureness > (surest?.sureness ?? 0)) surest = { protocol, sureness };
  }
  return surest?.protocol;
}

function firstOctets(stream: CapturedStream): Uint8Array {
  return stream.chunks[0]?.octets.subarray(0, FIRST_OCTETS) ?? new Uint8Array(0);
}

/** Behind a hole in the stream, dissection starts anew: nothing that came before can be relied on. */
function dissectStream(protocol: Protocol, direction: Direction, stream: CapturedStream): DissectedMessage[] {
  return stream.chunks.flatMap(chunk => {
    const dissector = protocol.dissect(direction);
    let offset = chunk.offset;
    return [...dissector.push(chunk.octets), ...dissector.end()].map(pdu => {
      const message = { direction, offset, atMicros: capturedAt(chunk, offset), pdu };
      offset += pdu.bytes.length;
      return message;
    });
  });
}

function capturedAt(chunk: Chunk, offset: number): number {
  return chunk.arrivals.findLast(arrival => arrival.offset <= offset)?.atMicros ?? 0;
}

function coverageOf(stream: CapturedStream, messages: readonly DissectedMessage[], direction: Direction): Coverage {
  const pdus = messages.filter(message => message.direction === direction).map(message => message.pdu);
  return {
    explained: sum(pdus.map(explainedOctets)),
    seen: sum(stream.chunks.map(chunk => chunk.octets.length)),
    missing: stream.missing,
    unexplainedContent: sum(pdus.map(unexplainedContent)),
  };
}

function explainedOctets(pdu: Pdu): number {
  const unknown = fieldKind(UNKNOWN);
  const leaves = leafFields(pdu.annotations).filter(leaf => leaf.kind !== unknown);
  return sum(leaves.map(leaf => leaf.end - leaf.start));
}

function unexplainedContent({ content }: Pdu): number {
  return content ? content.bytes.length - explainedOctets(content) + unexplainedContent(content) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
