// What is written at an arrow.
import { formatCount } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { flagsText } from '../../trace/journeys';
import type { Packet, Trace } from '../../trace/trace';
import type { Arrow } from './ladder';
import type { SpaceTimeTexts } from './text';

/** Flags in bold, figures behind them. */
export interface Caption {
  readonly flags: string;
  readonly figures: string;
}

export function captionOf(
  trace: Trace,
  { train, packet }: Arrow,
  compact: boolean,
  locale: Locale,
  t: SpaceTimeTexts,
): Caption {
  const { segment } = trace.packets[packet];
  const octets = `${formatCount(train.octets, locale)} B`;
  if (train.packets.length > 1)
    return { flags: flagsText(segment), figures: t.band(train.packets.length, train.octets > 0 ? octets : '') };
  return {
    flags: flagsText(segment),
    figures: compact ? (segment.length > 0 ? octets : '') : figuresOf(trace.packets[packet], locale),
  };
}

/** Sequence numbers as Wireshark shows them, counted from the initial ones. */
function figuresOf({ segment }: Packet, locale: Locale): string {
  const { flags, relativeSeq, relativeAck, length } = segment;
  const parts = [`Seq=${relativeSeq}`];
  if (flags.includes('ACK')) parts.push(`Ack=${relativeAck}`);
  if (length > 0) parts.push(`· ${formatCount(length, locale)} B`);
  return parts.join(' ');
}

/** Width of a caption in pixels at 11.5 px, with some to spare. */
export function captionWidth({ flags, figures }: Caption): number {
  return flags.length * 7.8 + (figures ? 5 + figures.length * 6.5 : 0);
}
