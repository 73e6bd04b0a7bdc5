// The parts of a record: tag, length, and values of scalar types. Protocol Buffers, Encoding, "Message Structure".
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import { readSignedVarint64, readVarint32, readVarint64, readZigzag32, readZigzag64 } from '../varint/varint';
import type { Scalar } from './scalar';
import { I32, I64, VARINT } from './wire-type';

/** Messages and groups within one another that are read: what the official implementations allow. */
export const MAX_DEPTH = 100;

/** Turns octets around: what is put in as a big-endian number comes out as one with the lowest octet first. */
const turn = new DataView(new ArrayBuffer(4));

/** Reads a tag. Its wire type may be 6 or 7, which mean nothing. Throws `protobuf.bad-tag` for a field number that there cannot be. */
export function readTag(reader: ByteReader): number {
  const { at } = reader;
  const first = at < reader.limit ? reader.bytes[at] : 0x80;
  if (first >= 8 && first < 0x80) {
    reader.at++;
    return first;
  }
  const tag = readVarint64(reader);
  if (tag < 8n || tag > 0xffffffffn)
    throw problem('protobuf.bad-tag', { number: String(tag >> 3n), offset: at }, { offset: at });
  return Number(tag);
}

/** Reads a length, and makes sure that so many octets follow. Throws `protobuf.bad-length`. */
export function readLength(reader: ByteReader): number {
  const { at } = reader;
  const first = at < reader.limit ? reader.bytes[at] : 0x80;
  let length = first;
  if (first < 0x80) reader.at++;
  else length = Number(readVarint64(reader));
  if (length > reader.remaining)
    throw problem('protobuf.bad-length', { length, available: reader.remaining, offset: at }, { offset: at });
  return length;
}

/** Passes a value of wire type VARINT, I64 or I32. Throws `protobuf.bad-wire-type` for one that there is not. `start` is the tag's offset. */
export function skipNumber(reader: ByteReader, wireType: number, start: number): void {
  if (wireType === VARINT) readVarint64(reader);
  else if (wireType === I64) reader.take(8);
  else if (wireType === I32) reader.take(4);
  else throw problem('protobuf.bad-wire-type', { wireType, offset: start }, { offset: start });
}

/** Reads a number, bool or enum. */
export function readNumber(reader: ByteReader, scalar: Scalar): number | bigint | boolean {
  switch (scalar) {
    case 'int32':
    case 'enum':
      return readVarint32(reader) | 0;
    case 'uint32':
      return readVarint32(reader);
    case 'int64':
      return readSignedVarint64(reader);
    case 'uint64':
      return readVarint64(reader);
    case 'double':
      return reader.float64(true);
    case 'bool':
      return readVarint64(reader) !== 0n;
    case 'sint32':
      return readZigzag32(reader);
    case 'sint64':
      return readZigzag64(reader);
    case 'float':
      turn.setUint32(0, reader.uint32());
      return turn.getFloat32(0, true);
    case 'fixed32':
      turn.setUint32(0, reader.uint32());
      return turn.getUint32(0, true);
    case 'sfixed32':
      turn.setUint32(0, reader.uint32());
      return turn.getInt32(0, true);
    case 'fixed64':
      return BigInt.asUintN(64, reader.int64(true));
    default:
      return reader.int64(true);
  }
}
