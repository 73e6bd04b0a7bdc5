// What is written at an arrow.
import { formatCount } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { markTexts } from '../../i18n/packet-marks';
import { flagsText } from '../../trace/journeys';
import type { Packet, Trace } from '../../trace/trace';
import type { Arrow } from './ladder';
import type { SpaceTimeTexts } from './text';

/** Flags in bold, what is remarkable, and figures behind them. */
export interface Caption {
  readonly flags: string;
  readonly figures: string;
  readonly remark: string;
}

export function captionOf(
  trace: Trace,
  { train, packet, marks }: Arrow,
  compact: boolean,
  locale: Locale,
  t: SpaceTimeTexts,
): Caption {
  const one = trace.packets[packet];
  const { segment } = one;
  const octets = `${formatCount(train.octets, locale)} B`;
  if (train.packets.length > 1)
    return {
      flags: flagsText(one),
      figures: t.band(train.packets.length, train.octets > 0 ? octets : ''),
      remark: '',
    };
  return {
    flags: flagsText(one),
    figures: compact ? (segment.length > 0 ? octets : '') : figuresOf(one, locale, marks.length > 0),
    remark: marks.map(mark => markTexts[locale][mark]).join(', '),
  };
}

/** Sequence numbers as Wireshark shows them, counted from the initial ones. `brief`: there is something else to say. */
function figuresOf({ segment, icmp }: Packet, locale: Locale, brief: boolean): string {
  if (icmp) return '';
  const { flags, relativeSeq, relativeAck, length } = segment;
  const parts = [`Seq=${relativeSeq}`];
  if (flags.includes('ACK') && !(brief && length > 0)) parts.push(`Ack=${relativeAck}`);
  if (length > 0) parts.push(`· ${formatCount(length, locale)} B`);
  return parts.join(' ');
}

/** Width of a caption in pixels at 11.5 px, with some to spare. */
export function captionWidth({ flags, figures, remark }: Caption): number {
  const wide = [...remark].filter(character => character > '\u2e80').length;
  const remarkWidth = remark ? 5 + (remark.length - wide) * 7 + wide * 12 : 0;
  return flags.length * 7.8 + (figures ? 5 + figures.length * 6.5 : 0) + remarkWidth;
}
