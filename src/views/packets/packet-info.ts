// What a packet is about, in a few words, and how far it has come.
import { formatCount } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { journeysOf } from '../../trace/journeys';
import type { Message, Packet, Trace } from '../../trace/trace';
import type { texts } from './text';

export type PacketState = 'coming' | 'flying' | 'arrived' | 'lost' | 'discarded';

/** Where `packet` is after event `seq`. */
export function packetState(trace: Trace, packet: Packet, seq: number): PacketState {
  const { sent, arrived, dropped, discarded } = journeysOf(trace)[packet.id];
  if (seq < sent) return 'coming';
  if (dropped !== undefined && dropped <= seq) return 'lost';
  if (discarded !== undefined && discarded <= seq) return 'discarded';
  return arrived !== undefined && arrived <= seq ? 'arrived' : 'flying';
}

/** What `packet` carries, or what its flags say. */
export function packetInfo(trace: Trace, packet: Packet, t: (typeof texts)['en'], locale: Locale): string {
  const { flags, relativeAck } = packet.segment;
  const [carried] = packet.carries;
  if (carried) {
    const message = trace.messages[carried.message];
    const parts = partsOf(trace, message.id);
    return t.info.part(messageTitle(message), parts.indexOf(carried.start) + 1, parts.length);
  }
  if (packet.icmp) return t.info.icmp;
  if (flags.includes('RST')) return t.info.rst;
  if (flags.includes('SYN')) return flags.includes('ACK') ? t.info.synAck : t.info.syn;
  if (flags.includes('FIN')) return t.info.fin;
  return t.info.ack(formatCount(relativeAck, locale));
}

/** Where the parts of a message begin that packets carry: what is sent again counts once. */
function partsOf({ packets }: Trace, message: number): number[] {
  const starts = packets.flatMap(({ carries }) =>
    carries.flatMap(part => (part.message === message ? [part.start] : [])),
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}

const decoder = new TextDecoder();
/** Longer first lines are cut. */
const LONGEST_TITLE = 36;

/** The title of a message, or else its first line, without what every HTTP request says at its end. */
function messageTitle({ pdu }: Message): string {
  if (pdu.title !== undefined) return pdu.title;
  const line = decoder.decode(pdu.bytes.subarray(0, LONGEST_TITLE * 4)).split(/[\r\n]/, 1)[0];
  const characters = [...line.replace(/^([A-Z]+ \S+) HTTP\/1\.\d$/, '$1')];
  return characters.length <= LONGEST_TITLE ? characters.join('') : `${characters.slice(0, LONGEST_TITLE).join('')}…`;
}
