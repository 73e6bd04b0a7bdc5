// One direction of a TCP connection as its sender sees it: what it sends, and what the other end's segments tell it when they come in.
import { endOf, journeysOf } from '../../trace/journeys';
import { tcpOptionsOf } from '../../trace/tcp-options';
import type { Direction, Packet, Trace } from '../../trace/trace';

/** Octets `[left, right)` of the stream, counted like those of {@link SentSegment}. */
interface SackBlock {
  readonly left: number;
  readonly right: number;
}

/** A segment that takes up sequence numbers `[from, to)`, counted from the initial one: SYN and FIN take one each. */
export interface SentSegment {
  readonly packet: number;
  /** Seq of the event with which it left. */
  readonly sent: number;
  readonly from: number;
  readonly to: number;
  /** Some of it was sent before. */
  readonly isAgain: boolean;
  /** It gets lost, or its receiver throws it away. */
  readonly isLost: boolean;
}

/** What a segment of the other end told when it came in. */
export interface Feedback {
  readonly packet: number;
  /** Seq of the event with which it came in. */
  readonly came: number;
  /** Everything before this has been received. */
  readonly acknowledged: number;
  /** Up to here the window lets the sender send; undefined when a recording does not tell. */
  readonly limit: number | undefined;
  readonly blocks: readonly SackBlock[];
}

export interface Stream {
  /** Seqs of the connection's first and last event on the network. */
  readonly begins: number;
  readonly ends: number;
  readonly segments: readonly SentSegment[];
  readonly feedback: readonly Feedback[];
  /** One more than the highest sequence number sent. */
  readonly highest: number;
}

/** The stream in `direction` of a connection; undefined when it has no packets. */
export function streamOf(trace: Trace, connection: number, direction: Direction): Stream | undefined {
  const ways = journeysOf(trace);
  const packets = trace.packets.filter(packet => packet.connection === connection && packet.copyOf === undefined);
  if (packets.length === 0) return undefined;
  const segments: SentSegment[] = [];
  let highest = 0;
  for (const { id, segment, direction: way } of packets) {
    const from = segment.relativeSeq;
    const to = from + numbersTaken(segment);
    if (way !== direction || to === from) continue;
    const { sent, dropped, discarded } = ways[id];
    segments.push({
      packet: id,
      sent,
      from,
      to,
      isAgain: from < highest,
      isLost: (dropped ?? discarded) !== undefined,
    });
    highest = Math.max(highest, to);
  }
  return {
    begins: ways[packets[0].id].sent,
    ends: Math.max(...[packets[packets.length - 1], packets[0]].map(({ id }) => endOf(ways[id]) ?? ways[id].sent)),
    segments,
    feedback: feedbackOf(trace, packets, direction),
    highest,
  };
}

/** RFC 9293 §3.4: SYN and FIN are in the sequence space. */
function numbersTaken({ flags, length }: Packet['segment']): number {
  return length + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
}

function feedbackOf(trace: Trace, packets: readonly Packet[], direction: Direction): Feedback[] {
  const ways = journeysOf(trace);
  const shift = windowShift(packets, direction);
  const found: Feedback[] = [];
  for (const packet of packets) {
    const { flags, relativeAck, window } = packet.segment;
    const { arrived, discarded } = ways[packet.id];
    if (packet.direction === direction || arrived === undefined || discarded !== undefined) continue;
    if (!flags.includes('ACK') || flags.includes('RST')) continue;
    const scale = flags.includes('SYN') ? 0 : shift;
    const limit = scale === undefined ? undefined : relativeAck + window * 2 ** scale;
    found.push({ packet: packet.id, came: arrived, acknowledged: relativeAck, limit, blocks: blocksOf(packet) });
  }
  return found.sort((a, b) => a.came - b.came);
}

/**
 * By how many bits the windows are shifted that limit the sender of `direction`: what its peer's SYN says, if both have said one. Undefined when a
 * recording does not show it. A SYN's own window is never shifted. RFC 7323 §2.2.
 */
function windowShift(packets: readonly Packet[], direction: Direction): number | undefined {
  const shifts = ([direction, OTHER_WAY[direction]] as const).map(way => {
    const syn = packets.find(packet => packet.direction === way && packet.segment.flags.includes('SYN'));
    return syn && tcpOptionsOf(syn)?.map(option => (option.kind === 'window-scale' ? option.shift : -1));
  });
  const [own, peers] = shifts.map(said => said && Math.max(-1, ...said));
  if (own === undefined || peers === undefined) return undefined;
  return own < 0 || peers < 0 ? 0 : peers;
}

const OTHER_WAY = { c2s: 's2c', s2c: 'c2s' } as const;

/** What the peer holds beyond a gap, less the initial sequence number. RFC 2018 §3. */
function blocksOf(packet: Packet): readonly SackBlock[] {
  const { ack, relativeAck } = packet.segment;
  const relative = (edge: number) => (edge - (ack - relativeAck)) >>> 0;
  const blocks = tcpOptionsOf(packet)?.flatMap(option => (option.kind === 'sack' ? option.blocks : [])) ?? [];
  return blocks.map(({ left, right }) => ({ left: relative(left), right: relative(right) }));
}
