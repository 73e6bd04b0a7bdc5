// What damage of a frame means for one of its fields.
import type { Damage } from '../../trace/damaged-frame';
import type { Dissection, Span } from '../../trace/dissection';

/** Whether a bit of `field` was flipped. */
export function isFlippedIn({ octets }: Damage, field: Span): boolean {
  return octets.some(({ start }) => field.start <= start && start < field.end);
}

/** The same fields over the octets of the other version: as sent of what arrived, as it arrives of what was sent. */
export function otherVersion(dissection: Dissection): Dissection {
  const { sent, arrived } = dissection.damage!;
  return { ...dissection, bytes: dissection.ref.arrived ? sent : arrived };
}

/** Tells whether a checksum is the one of `field`. */
export function startsChecksum({ start, end }: Span): (checksum: Damage['checksums'][number]) => boolean {
  return ({ at }) => start === at && end === at + 2;
}
