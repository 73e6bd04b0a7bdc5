// How the octets of a field read as a number, for the eye: what the field tree shows beside them.
// They may be cut off or damaged, so nothing here throws. Integers beyond 2^53 are text.
import { hexText } from '../bytes/field-value';
import { WIRE_TYPE_NAMES } from './wire-type';

export function unsignedVarint(octets: Uint8Array): string | number {
  return shown(BigInt.asUintN(64, varint(octets)));
}

export function signedVarint(octets: Uint8Array): string | number {
  return shown(BigInt.asIntN(64, varint(octets)));
}

export function zigzag(octets: Uint8Array): string | number {
  const value = BigInt.asUintN(64, varint(octets));
  return shown((value >> 1n) ^ -(value & 1n));
}

export function bool(octets: Uint8Array): string {
  return String(varint(octets) !== 0n);
}

/** `2: LEN`. */
export function tag(octets: Uint8Array): string {
  const value = varint(octets);
  return `${value >> 3n}: ${WIRE_TYPE_NAMES[Number(value & 7n)] ?? value & 7n}`;
}

export function unsignedFixed(octets: Uint8Array): string | number {
  return shown(littleEndian(octets));
}

export function signedFixed(octets: Uint8Array): string | number {
  return shown(BigInt.asIntN(octets.length * 8, littleEndian(octets)));
}

export function double(octets: Uint8Array): string | number {
  return octets.length === 8 ? number(viewOf(octets).getFloat64(0, true)) : hexText(octets);
}

export function float(octets: Uint8Array): string | number {
  return octets.length === 4 ? number(viewOf(octets).getFloat32(0, true)) : hexText(octets);
}

function varint(octets: Uint8Array): bigint {
  return octets.reduceRight((value, octet) => (value << 7n) | BigInt(octet & 0x7f), 0n);
}

function littleEndian(octets: Uint8Array): bigint {
  return octets.reduceRight((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function number(value: number): string | number {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? '-0' : String(value);
}

function shown(value: bigint): string | number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
