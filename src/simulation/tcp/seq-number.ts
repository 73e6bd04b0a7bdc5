// Sequence numbers: unsigned 32-bit numbers that wrap around. RFC 9293 §3.4.

/** A sequence or acknowledgment number. */
export type SeqNumber = number;

export function plus(a: SeqNumber, octets: number): SeqNumber {
  return (a + octets) >>> 0;
}

/** How far `a` is after `b`; negative when it is before. */
export function distance(a: SeqNumber, b: SeqNumber): number {
  return (a - b) | 0;
}
