// The segments of a conversation as the packets of a trace.
import type { Direction, Micros, Packet, SegmentSummary } from '../trace/trace';
import { lazyPdu } from '../wire/bytes/lazy-pdu';
import { annotateCapturedFrame } from '../wire/captured-frame';
import { LINKTYPE } from '../wire/pcapng/capture';
import type { Conversation, ConversationSegment } from '../wire/reassembly/conversations';
import type { Load } from './placed-messages';
import type { Slices } from './slices';

/** In the order in which tshark names them: 'SYN, ACK', 'PSH, ACK'. */
const FLAGS = [
  ['FIN', 'fin'],
  ['SYN', 'syn'],
  ['RST', 'rst'],
  ['PSH', 'psh'],
  ['ACK', 'ack'],
] as const;

/** The outermost format of a frame, by its link type. */
const FORMATS: Readonly<Record<number, string>> = {
  [LINKTYPE.ETHERNET]: 'ethernet',
  [LINKTYPE.LINUX_SLL]: 'linux-cooked',
  [LINKTYPE.LINUX_SLL2]: 'linux-cooked',
  [LINKTYPE.NULL]: 'loopback',
  [LINKTYPE.LOOP]: 'loopback',
  [LINKTYPE.RAW]: 'ipv4',
  [LINKTYPE.IPV4]: 'ipv4',
  [LINKTYPE.IPV6]: 'ipv6',
};

/** Packets that are made in one slice. */
const SLICE = 500;

const OTHER_WAY = { c2s: 's2c', s2c: 'c2s' } as const;

/** Sequence numbers from which those of a direction are counted. */
type Origins = Partial<Record<Direction, number>>;

/**
 * The packets. Simplified: a capture sees each packet once, so it leaves and comes in at the same moment, that of its capture. `timeOf`
 * gives that moment in the run's time.
 */
export function* recordedPackets(
  { segments }: Conversation,
  loads: readonly Load[],
  timeOf: (segment: ConversationSegment) => Micros,
): Slices<Packet[]> {
  const origins: Origins = {};
  const packets: Packet[] = [];
  for (const [id, segment] of segments.entries()) {
    const { packet, direction } = segment;
    const { carries, repeats } = loads[id];
    const at = timeOf(segment);
    packets.push({
      id,
      connection: 0,
      direction,
      bytes: packet.bytes,
      frame: lazyPdu(FORMATS[packet.linkType] ?? 'bytes', packet.bytes, () => ({
        annotations: annotateCapturedFrame(packet.bytes, packet.linkType),
        inner: undefined,
      })),
      ...(packet.linkType !== LINKTYPE.ETHERNET && { linkType: packet.linkType }),
      ...(packet.originalLength > packet.bytes.length && { originalLength: packet.originalLength }),
      sentAt: at,
      arrivedAt: at,
      segment: summary(segment, origins),
      carries,
      ...(repeats && { repeats }),
    });
    if (id % SLICE === 0) yield id / segments.length;
  }
  return packets;
}

function summary(segment: ConversationSegment, origins: Origins): SegmentSummary {
  const { direction, seq, ack, ackNumber, window, payload, packet } = segment;
  const back = OTHER_WAY[direction];
  // Without the handshake, the first octet that is seen is counted as the first there is.
  origins[direction] ??= segment.syn ? seq : (seq - 1) >>> 0;
  if (ack) origins[back] ??= (ackNumber - 1) >>> 0;
  return {
    flags: FLAGS.filter(([, flag]) => segment[flag]).map(([name]) => name),
    seq,
    ack: ackNumber,
    relativeSeq: (seq - origins[direction]) >>> 0,
    relativeAck: ack ? (ackNumber - origins[back]!) >>> 0 : 0,
    window,
    length: payload.length,
    headerLength: payload.byteOffset - packet.bytes.byteOffset,
  };
}
