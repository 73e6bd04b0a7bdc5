// The messages in a frame that was damaged on the way, read anew from the octets that arrived: the stream as its receiver would have it, if it
// took this frame in place of the one that was sent.
import type { Problem } from '../problem/problem';
import type { Dissected, Protocol } from '../protocols/protocol';
import type { Layer } from './dissection';
import type { Message, Packet, Trace } from './trace';

/** A message of the damaged stream, as far as the frame carries it. */
export interface Arrived {
  readonly layer: Layer;
  /** Why it cannot be understood, if so. */
  readonly problem: Problem | undefined;
  /** Its body had to be inflated or put together: the offsets of a problem are those of its content. */
  readonly hasContent: boolean;
}

/**
 * The messages in the payload of `packet` as they arrived. None when the stream cannot even be read as it was sent, because its beginning is
 * not in the trace. Throws a MissingPart as long as `protocol` cannot dissect yet.
 */
export function arrivedMessages(trace: Trace, packet: Packet, protocol: Protocol): readonly Arrived[] {
  const messages = messagesBefore(trace, packet);
  const stream = streamOf(messages);
  if (carried(read(protocol, packet, stream), trace, packet).some(({ problem }) => problem)) return [];
  for (const { message, start, end, at } of packet.carries)
    stream.octets.set(
      packet.arrivedBytes!.subarray(at, at + end - start),
      trace.messages[message].streamOffset - stream.offset + start,
    );
  return carried(read(protocol, packet, stream), trace, packet);
}

interface Stream {
  /** Octets of the connection's direction before the first one here. */
  readonly offset: number;
  readonly octets: Uint8Array;
}

/** The messages of the packet's stream up to those that it carries, in the order of their octets. */
function messagesBefore({ messages }: Trace, { connection, direction, carries }: Packet): readonly Message[] {
  const last = Math.max(...carries.map(({ message }) => messages[message].streamOffset));
  return messages
    .filter(each => each.connection === connection && each.direction === direction && each.streamOffset <= last)
    .sort((a, b) => a.streamOffset - b.streamOffset);
}

function streamOf(messages: readonly Message[]): Stream {
  const offset = messages[0].streamOffset;
  const end = Math.max(...messages.map(({ streamOffset, pdu }) => streamOffset + pdu.bytes.length));
  const octets = new Uint8Array(end - offset);
  for (const { streamOffset, pdu } of messages) octets.set(pdu.bytes, streamOffset - offset);
  return { offset, octets };
}

interface Placed extends Dissected {
  /** Octets of the connection's direction before it. */
  readonly offset: number;
}

function read(protocol: Protocol, { direction }: Packet, { offset, octets }: Stream): readonly Placed[] {
  const dissector = protocol.dissect(direction);
  let next = offset;
  return [...dissector.push(octets), ...dissector.end()].map(dissected => {
    const placed = { ...dissected, offset: next };
    next += dissected.pdu.bytes.length;
    return placed;
  });
}

/** What of `messages` is in the payload of `packet`. */
function carried(messages: readonly Placed[], trace: Trace, { carries }: Packet): Arrived[] {
  const [first] = carries;
  const from = trace.messages[first.message].streamOffset + first.start;
  const to = from + carries.reduce((sum, { start, end }) => sum + end - start, 0);
  return messages.flatMap(({ pdu, says, offset }) => {
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, pdu.bytes.length);
    if (start >= end) return [];
    const ref = { of: 'message', id: first.message } as const;
    const layer = { pdu: ref, annotations: pdu.annotations, start, end, at: first.at + offset + start - from };
    const problem = says?.kind === 'unreadable' ? says.problem : undefined;
    return [{ layer, problem, hasContent: pdu.content !== undefined }];
  });
}
