// How octets of the compact protocol read as numbers, for the eye. They may be cut off or damaged, so nothing here throws.
import { hexText } from '../../bytes/field-value';

/** A varint without a sign. */
export function varint(octets: Uint8Array): string | number {
  return shown(unsigned(octets));
}

/** A varint of 32 bits in two's complement. */
export function signedVarint(octets: Uint8Array): string | number {
  return shown(BigInt.asIntN(32, unsigned(octets)));
}

/** A varint whose lowest bit is the sign. */
export function zigzag(octets: Uint8Array): string | number {
  const value = unsigned(octets);
  return shown((value >> 1n) ^ -(value & 1n));
}

/** A double whose lowest octet comes first. */
export function littleEndianDouble(octets: Uint8Array): string | number {
  if (octets.length !== 8) return hexText(octets);
  return new DataView(octets.buffer, octets.byteOffset, 8).getFloat64(0, true);
}

/** An element of type bool: 1 is true, 2 is false. */
export function bool(octets: Uint8Array): string {
  return String(octets[0] === 1);
}

function unsigned(octets: Uint8Array): bigint {
  return BigInt.asUintN(
    64,
    octets.reduceRight((value, octet) => (value << 7n) | BigInt(octet & 0x7f), 0n),
  );
}

/** Integers beyond 2^53 are text, so that none of their digits is lost. */
function shown(value: bigint): string | number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
