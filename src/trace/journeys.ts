// The way of every packet through the run: which event sent it, which one brought it in; and long rows of packets as trains,
// because nobody can look at seven hundred arrows.
import type { Direction, Packet, Trace } from './trace';

/** One packet's way. Seqs, not times: they order what happens at the same moment. */
export interface Journey {
  readonly sent: number;
  /** Undefined when it never arrives. */
  readonly arrived: number | undefined;
  /** The event that took it from its way, if one did: it has got lost. */
  readonly dropped: number | undefined;
  /** The event with which its receiver threw it away, if it did. */
  readonly discarded: number | undefined;
}

/** The event with which the way of a packet ends; undefined when the run ends before. */
export function endOf({ arrived, dropped }: Journey): number | undefined {
  return arrived ?? dropped;
}

/** What a packet is for, as far as a drawing tells it: payload, bare acknowledgement, or the connection itself (SYN, FIN, RST). */
type PacketPurpose = 'data' | 'acknowledgement' | 'connection';

/** One packet, or a row of them that are drawn as one. */
export interface Train {
  /** Ids, in the order of leaving. */
  readonly packets: readonly number[];
  readonly direction: Direction;
  readonly connection: number;
  readonly purpose: PacketPurpose;
  /** Octets of payload, all packets together. */
  readonly octets: number;
}

const journeys = new WeakMap<Trace, readonly Journey[]>();

/** The journeys of all packets, by packet id. */
export function journeysOf(trace: Trace): readonly Journey[] {
  let known = journeys.get(trace);
  if (!known) {
    known = collectJourneys(trace);
    journeys.set(trace, known);
  }
  return known;
}

function collectJourneys(trace: Trace): readonly Journey[] {
  const found: { -readonly [K in keyof Journey]: Journey[K] }[] = [];
  for (const event of trace.events) {
    if (event.type === 'sent')
      found[event.packet] = { sent: event.seq, arrived: undefined, dropped: undefined, discarded: undefined };
    if (event.type === 'arrived') found[event.packet].arrived = event.seq;
    if (event.type === 'dropped') found[event.packet].dropped = event.seq;
    if (event.type === 'discarded') found[event.packet].discarded = event.seq;
  }
  return found;
}

/** What `packet` is for. A segment with SYN, FIN or RST counts as one for the connection even when it has payload too. */
function purposeOf(packet: Packet): PacketPurpose {
  if (packet.icmp) return 'connection';
  if (packet.segment.flags.some(flag => flag === 'SYN' || flag === 'FIN' || flag === 'RST')) return 'connection';
  return packet.segment.length > 0 ? 'data' : 'acknowledgement';
}

/** The flags of its segment: 'SYN ACK', 'PSH ACK', 'FIN ACK'; or that it has none. */
export function flagsText({ segment, icmp }: Packet): string {
  return icmp ? 'ICMP' : segment.flags.join(' ');
}

/** So many packets that something befell stand alone; if there are more, nobody looks at each. */
const MOST_REMARKABLE = 60;

/** Whether something befell the packet on the way or where it came in, or it was sent because of that. */
export function isRemarkable(trace: Trace, { id, copyOf, occasion, heldUp, arrivedBytes }: Packet): boolean {
  const { dropped, discarded } = journeysOf(trace)[id];
  return (dropped ?? discarded ?? copyOf ?? occasion ?? heldUp ?? arrivedBytes) !== undefined;
}

function remarkablePackets(trace: Trace): ReadonlySet<number> {
  const found = trace.packets.filter(packet => isRemarkable(trace, packet));
  return new Set(found.length <= MOST_REMARKABLE ? found.map(({ id }) => id) : []);
}

/**
 * All packets in the order of leaving, in about `most` trains. A train holds consecutive packets of one connection, direction and
 * purpose, and of one message, each leaving before the one ahead of it has arrived. Up to `most` packets stand alone, and so does everything
 * that opens or closes a connection, or that something befell.
 */
export function trainsOf(trace: Trace, most: number): readonly Train[] {
  const ways = journeysOf(trace);
  const size = Math.ceil(trace.packets.length / most);
  const trains: (Omit<Train, 'packets' | 'octets'> & { packets: number[]; octets: number })[] = [];
  const open = new Map<string, (typeof trains)[number]>();
  const alone = remarkablePackets(trace);
  for (const packet of trace.packets) {
    const { connection, direction } = packet;
    const purpose = purposeOf(packet);
    const key = `${connection} ${direction} ${purpose} ${packet.carries[0]?.message}`;
    const train = open.get(key);
    const isAlone = purpose === 'connection' || alone.has(packet.id);
    const before = train && ways[train.packets[train.packets.length - 1]].arrived;
    // A recorded packet leaves and arrives at once, so that none would be on its way with another.
    const isBeside = trace.recording !== undefined || (before ?? Infinity) > ways[packet.id].sent;
    if (train && !isAlone && train.packets.length < size && isBeside) {
      train.packets.push(packet.id);
      train.octets += packet.segment.length;
    } else {
      const next = { packets: [packet.id], direction, connection, purpose, octets: packet.segment.length };
      trains.push(next);
      if (!isAlone) open.set(key, next);
    }
  }
  return trains;
}
