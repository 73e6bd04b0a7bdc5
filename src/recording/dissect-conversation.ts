// Dissects one TCP connection of a capture: its protocol, its messages, and how many of its octets they explain.
import type { Protocol } from '../protocols/protocol';
import type { Direction } from '../trace/trace';
import { fieldKind, UNKNOWN } from '../wire/bytes/field-kind';
import { leafFields } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';
import type { Conversation } from '../wire/reassembly/conversations';
import type { CapturedStream } from '../wire/reassembly/stream';
import { type DissectedMessage, dissectStream } from './dissect-stream';
import { recognised } from './recognise';
import { atOnce } from './slices';

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
    protocol ? atOnce(dissectStream(protocol, direction, conversation[direction])) : [],
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

function coverageOf(stream: CapturedStream, messages: readonly DissectedMessage[], direction: Direction): Coverage {
  const pdus = messages.filter(message => message.direction === direction).map(message => message.pdu);
  return {
    explained: sum(pdus.map(explainedOctets)),
    seen: sum(stream.chunks.map(chunk => chunk.octets.length)),
    missing: stream.missing,
    unexplainedContent: sum(pdus.map(unexplainedContent)),
  };
}

/** Octets of a PDU that are in a field of a known kind. */
export function explainedOctets(pdu: Pdu): number {
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
