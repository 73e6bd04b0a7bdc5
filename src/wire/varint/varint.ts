// Integers in as many octets as they need: seven bits in each, the lowest first, and a highest bit that says that more follow (LEB128).
// Protocol Buffers, Encoding, "Base 128 Varints" (protobuf.dev); Thrift compact protocol, "Varint encoding".
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';

/** Octets of the longest varint, which has 64 bits. */
export const LONGEST_VARINT = 10;

/** The halves of a 64-bit integer: the high 32 bits at 0, the low ones at 4. Cheaper than arithmetic with bigints, each result of which is an object. */
const halves = new DataView(new ArrayBuffer(8));

/** Octets that `value` takes, an integer of 32 bits whose sign counts as a bit like the others. */
export function varint32Length(value: number): number {
  const rest = value >>> 0;
  if (rest < 0x80) return 1;
  if (rest < 0x4000) return 2;
  if (rest < 0x20_0000) return 3;
  return rest < 0x1000_0000 ? 4 : 5;
}

/** Writes an integer of 32 bits, whose sign counts as a bit like the others: -1 becomes 2^32 - 1. */
export function writeVarint32(writer: ByteWriter, value: number): void {
  let rest = value >>> 0;
  while (rest > 0x7f) {
    writer.uint8((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  writer.uint8(rest);
}

/** Writes an integer of 64 bits, whose sign counts as a bit like the others: -1n becomes 2^64 - 1, which takes ten octets. */
export function writeVarint64(writer: ByteWriter, value: bigint): void {
  halves.setBigInt64(0, value);
  writeHalves(writer, halves.getInt32(4), halves.getInt32(0));
}

/** Writes a signed integer of 32 bits as one of 64 bits: a negative one takes ten octets. */
export function writeSignExtended(writer: ByteWriter, value: number): void {
  if (value >= 0) writeVarint32(writer, value);
  else writeHalves(writer, value, -1);
}

/** Writes a signed integer of 32 bits, its sign in the lowest bit: 0, -1, 1, -2 become 0, 1, 2, 3. */
export function writeZigzag32(writer: ByteWriter, value: number): void {
  writeVarint32(writer, (value << 1) ^ (value >> 31));
}

/** Writes a signed integer of 64 bits, its sign in the lowest bit. */
export function writeZigzag64(writer: ByteWriter, value: bigint): void {
  halves.setBigInt64(0, value);
  const low = halves.getInt32(4);
  const high = halves.getInt32(0);
  const sign = high >> 31;
  writeHalves(writer, (low << 1) ^ sign, ((high << 1) | (low >>> 31)) ^ sign);
}

/** Reads a varint of up to ten octets and gives its lowest 32 bits, unsigned. Throws `varint.too-long`. */
export function readVarint32(reader: ByteReader): number {
  const start = reader.at;
  let value = 0;
  for (let shift = 0; shift < 7 * LONGEST_VARINT; shift += 7) {
    const octet = reader.uint8();
    if (shift < 32) value |= (octet & 0x7f) << shift;
    if (octet < 0x80) return value >>> 0;
  }
  throw tooLong(start);
}

/** Reads an unsigned integer of 64 bits. Bits beyond are dropped, as every implementation does. Throws `varint.too-long`. */
export function readVarint64(reader: ByteReader): bigint {
  readHalves(reader);
  return halves.getBigUint64(0);
}

/** Reads a signed integer of 64 bits: a varint from 2^63 on is negative. Throws `varint.too-long`. */
export function readSignedVarint64(reader: ByteReader): bigint {
  readHalves(reader);
  return halves.getBigInt64(0);
}

/** Reads what {@link writeZigzag32} writes. Throws `varint.too-long`. */
export function readZigzag32(reader: ByteReader): number {
  const value = readVarint32(reader);
  return (value >>> 1) ^ -(value & 1);
}

/** Reads what {@link writeZigzag64} writes. Throws `varint.too-long`. */
export function readZigzag64(reader: ByteReader): bigint {
  readHalves(reader);
  const low = halves.getInt32(4);
  const high = halves.getInt32(0);
  const sign = -(low & 1);
  halves.setInt32(4, ((low >>> 1) | (high << 31)) ^ sign);
  halves.setInt32(0, (high >>> 1) ^ sign);
  return halves.getBigInt64(0);
}

function writeHalves(writer: ByteWriter, lowHalf: number, highHalf: number): void {
  let low = lowHalf >>> 0;
  let high = highHalf >>> 0;
  while (high > 0 || low > 0x7f) {
    writer.uint8((low & 0x7f) | 0x80);
    low = ((low >>> 7) | (high << 25)) >>> 0;
    high >>>= 7;
  }
  writer.uint8(low);
}

function readHalves(reader: ByteReader): void {
  const start = reader.at;
  let low = 0;
  let high = 0;
  for (let shift = 0; shift < 7 * LONGEST_VARINT; shift += 7) {
    const octet = reader.uint8();
    const bits = octet & 0x7f;
    if (shift <= 28) low |= bits << shift;
    if (shift === 28) high = bits >>> 4;
    if (shift > 28) high |= bits << (shift - 32);
    if (octet >= 0x80) continue;
    halves.setInt32(4, low);
    halves.setInt32(0, high);
    return;
  }
  throw tooLong(start);
}

function tooLong(offset: number) {
  return problem('varint.too-long', { offset, limit: LONGEST_VARINT }, { offset });
}
