// Which packet of another run plays the part of a packet of this one. The nth to leave is another kind of packet once something was lost, and
// sequence numbers are others once an argument is longer; so a packet is known by the message that it carries or acknowledges.
import type { Direction, Message, Packet, Trace } from './trace';

/** The packet of `other` that plays the part of `packet`, sent for the same time: a second retransmission is a second one there too. */
export function twinOf(trace: Trace, packet: Packet, other: Trace): Packet | undefined {
  const { part, nth } = castOf(trace).roles[packet.id];
  return castOf(other).players.get(part)?.[nth];
}

/** As {@link twinOf}; and if it was not sent so often there, the last time that it was. Of a copy, that of what was copied. */
export function counterpartOf(trace: Trace, packet: Packet, other: Trace): Packet | undefined {
  const { part, nth } = castOf(trace).roles[packet.id];
  const players = castOf(other).players.get(part) ?? [];
  if (players.length > 0) return players[Math.min(nth, players.length - 1)];
  return packet.copyOf === undefined ? undefined : counterpartOf(trace, trace.packets[packet.copyOf], other);
}

/** What a packet does in its run, for the nth time. */
interface Role {
  readonly part: string;
  readonly nth: number;
}

interface Cast {
  /** By packet id. */
  readonly roles: readonly Role[];
  readonly players: ReadonlyMap<string, readonly Packet[]>;
}

const known = new WeakMap<Trace, Cast>();

function castOf(trace: Trace): Cast {
  let cast = known.get(trace);
  if (!cast) {
    const players = new Map<string, Packet[]>();
    const streams = streamsOf(trace);
    const roles = trace.packets.map(packet => {
      const part = partOf(packet, streams);
      const others = players.get(part) ?? [];
      players.set(part, others);
      return { part, nth: others.push(packet) - 1 };
    });
    cast = { roles, players };
    known.set(trace, cast);
  }
  return cast;
}

/** What a bare acknowledgment does is what it acknowledges; what another segment does is what it sends. */
function partOf({ connection, direction, segment, icmp, copyOf, carries }: Packet, streams: Streams): string {
  const { flags, relativeSeq, relativeAck, length } = segment;
  const kind = icmp ? 'ICMP' : flags.filter(flag => flag === 'SYN' || flag === 'FIN' || flag === 'RST').join(' ');
  const sends = placeIn(streams, connection, direction, relativeSeq, carries.length > 0);
  const isBare = length === 0 && kind === '';
  const acknowledges = isBare && placeIn(streams, connection, direction === 'c2s' ? 's2c' : 'c2s', relativeAck, false);
  return [connection, direction, copyOf !== undefined, kind, length > 0, sends, acknowledges].join(' ');
}

interface NamedMessage {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The messages of each direction of each connection, in the order of the stream. */
type Streams = ReadonlyMap<string, readonly NamedMessage[]>;

function streamsOf({ messages }: Trace): Streams {
  const streams = new Map<string, NamedMessage[]>();
  for (const message of messages.toSorted((a, b) => a.streamOffset - b.streamOffset)) {
    const { connection, direction, streamOffset, pdu } = message;
    const stream = `${connection} ${direction}`;
    const before = streams.get(stream) ?? [];
    before.push({ name: nameOf(message, before.length), start: streamOffset, end: streamOffset + pdu.bytes.length });
    streams.set(stream, before);
  }
  return streams;
}

function nameOf({ exchange, attempt = 0, control }: Message, nth: number): string {
  return control ? `control ${nth}` : `${exchange}.${attempt}`;
}

/**
 * A sequence number as a place in a message: the same in a run whose messages are longer. Between two messages it is the end of the one, or,
 * `asStart`, the start of the other.
 */
function placeIn(
  streams: Streams,
  connection: number,
  direction: Direction,
  relative: number,
  asStart: boolean,
): string {
  // The first octet after SYN has the relative number 1.
  const offset = relative - 1;
  const messages = streams.get(`${connection} ${direction}`) ?? [];
  const message = messages.findLast(({ start }) => (asStart ? start <= offset : start < offset));
  if (!message) return `${offset}`;
  const { name, start, end } = message;
  return offset < end ? `${name} ${offset - start}` : `${name} end ${offset - end}`;
}
