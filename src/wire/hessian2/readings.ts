// How the octets of single fields read, for whoever looks at one. What may be cut off reads as far as it goes.
import { INT_ZEROS, LONG_ZEROS } from './bytecodes';

/** An int in any of its forms. §4.5. */
export function intReading(octets: Uint8Array): number {
  return octets.length > 3 ? int32(octets.subarray(1)) : compactReading(octets, INT_ZEROS);
}

/** A long of one, two or three octets. §4.7.1 to §4.7.3. */
export function compactLongReading(octets: Uint8Array): number {
  return compactReading(octets, LONG_ZEROS);
}

function compactReading(octets: Uint8Array, zeros: readonly number[]): number {
  const places = octets.length - 1;
  return octets.reduce((value, octet) => value * 256 + octet, 0) - zeros[places] * 256 ** places;
}

/** A double as a count of thousandths. §4.4.5, where the specification still speaks of a float; its grammar in §3 has the mills. */
export function millReading(octets: Uint8Array): number {
  return int32(octets) * 0.001;
}

/** The size that stands before a string. §4.12. */
export function stringSizeReading(octets: Uint8Array): number {
  return sizeReading(octets, 0x00);
}

/** The size that stands before binary data. §4.1. */
export function binarySizeReading(octets: Uint8Array): number {
  return sizeReading(octets, 0x20);
}

function sizeReading([first, second = 0, third = 0]: Uint8Array, direct: number): number {
  if (first >= 0x41) return second * 256 + third;
  return first < 0x30 ? first - direct : (first & 0x03) * 256 + second;
}

/** Text of UTF-16 code units, each encoded by itself: half a surrogate pair has three octets of its own. §4.12. */
export function textReading(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length; ) {
    const first = octets[at++];
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | (octets[at++] & 0x3f));
    else text += String.fromCharCode(((first & 0x0f) << 12) | ((octets[at++] & 0x3f) << 6) | (octets[at++] & 0x3f));
  }
  return text;
}

function int32(octets: Uint8Array): number {
  return octets.reduce((value, octet) => (value << 8) | octet, 0);
}
