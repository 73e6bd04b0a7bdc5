// Bits of a frame to flip: one that a learner finds again in the message, and one that hides it from the checksum.
import type { Packet, Trace } from './trace';
import { firstValueSpan } from './value-span';

/**
 * Another bit of the payload that, flipped as well as `bit`, leaves TCP's checksum as it is; the nearest. It has the same weight in its 16-bit
 * word and the opposite value, so that the one's complement sum stays the same (RFC 1071 §1). Undefined where there is none, or when
 * `bit` is not TCP's. Bits are counted from the frame's first octet, the most significant bit of an octet first.
 */
export function compensatingBit({ bytes, segment }: Packet, bit: number): number | undefined {
  // Ethernet's and IPv4's headers have an even number of octets, so that words of the segment are words of the frame.
  const [first, end] = [segment.headerLength * 8, bytes.length * 8];
  if (bit < SEGMENT_AT * 8 || bit >= end) return undefined;
  const isOpposite = (other: number) => other >= first && other < end && bitAt(bytes, other) !== bitAt(bytes, bit);
  for (let away = 16; away < end; away += 16) {
    if (isOpposite(bit + away)) return bit + away;
    if (isOpposite(bit - away)) return bit - away;
  }
  return undefined;
}

/** Where TCP's segment begins: behind 14 octets of Ethernet and 20 of IPv4. */
const SEGMENT_AT = 34;
/** The window field of TCP's header, RFC 9293 §3.1. */
const WINDOW_AT = SEGMENT_AT + 14;

function bitAt(bytes: Uint8Array, bit: number): number {
  return (bytes[bit >>> 3] >>> (7 - (bit & 7))) & 1;
}

/**
 * The bit of a packet's frame to damage when none is named: the lowest of the first argument's or result's last octet, else of an octet in the
 * middle of the payload, else of TCP's window.
 */
export function vulnerableBit(trace: Trace, { bytes, segment, carries }: Packet): number {
  for (const { message, start, end, at } of carries) {
    const value = firstValueSpan(trace.messages[message].pdu.annotations);
    if (value && value.end > start && value.end <= end) return (at + value.end - 1 - start) * 8 + 7;
  }
  const middle = segment.length > 0 ? (segment.headerLength + bytes.length - 1) >>> 1 : WINDOW_AT;
  return middle * 8 + 7;
}
