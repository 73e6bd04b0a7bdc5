// HPACK's integers: a prefix of some bits of an octet and, if that is full, octets of seven bits each. RFC 7541 §5.1.
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';

/** Largest integer that is read. §5.1 leaves the limit to the implementation; this is what 32 bits hold. */
const LARGEST = 0xffffffff;
/** Octets that such an integer takes after its prefix. More, which could only be zeros, are a fault too. */
const MOST_CONTINUATIONS = 5;

/** Writes `value` behind `pattern`, the bits of the first octet that are not the prefix. */
export function writeInteger(writer: ByteWriter, pattern: number, prefixBits: number, value: number): void {
  const full = fullPrefix(prefixBits);
  if (value < full) {
    writer.uint8(pattern | value);
    return;
  }
  writer.uint8(pattern | full);
  let rest = value - full;
  while (rest >= 0x80) {
    writer.uint8((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  writer.uint8(rest);
}

/** Reads an integer whose prefix is the lowest `prefixBits` of the next octet. */
export function readInteger(reader: ByteReader, prefixBits: number): number {
  const start = reader.at;
  const full = fullPrefix(prefixBits);
  let value = reader.uint8() & full;
  if (value < full) return value;
  for (let i = 0; i < MOST_CONTINUATIONS; i++) {
    const octet = reader.uint8();
    value += (octet & 0x7f) * 0x80 ** i;
    if (value > LARGEST) break;
    if (octet < 0x80) return value;
  }
  throw problem('hpack.integer-too-large', { limit: LARGEST, offset: start }, { offset: start });
}

/** What `octets`, an integer or as much as there is of it, stand for: for showing it. */
export function integerOf(octets: Uint8Array, prefixBits: number): number {
  const full = fullPrefix(prefixBits);
  const prefix = octets[0] & full;
  if (prefix < full) return prefix;
  return octets.subarray(1).reduce((sum, octet, i) => sum + (octet & 0x7f) * 0x80 ** i, prefix);
}

/** A prefix with all bits set: more octets follow. */
function fullPrefix(prefixBits: number): number {
  return (1 << prefixBits) - 1;
}
