// The values in a message whose type is not known: numbers by their wire type, and what is behind a length as it seems to be.
// Protocol Buffers, Encoding, "Message Structure".
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import { readSignedVarint64 } from '../varint/varint';
import { LIKELY_MESSAGE, LIKELY_TEXT } from './kinds';
import { MAX_DEPTH, readLength, readTag } from './read-record';
import { likelyKind, tooDeep, unexpectedEnd, unfinishedGroup } from './read-unknown';
import { EGROUP, I32, I64, LEN, SGROUP, VARINT } from './wire-type';

/** A value: a varint is a bigint. Simplified: what has 64 or 32 bits is taken for a double or a float, though it may be a fixed integer. */
export type UntypedValue = bigint | number | string | Uint8Array | UntypedMessage;

/** The values of each field by its number, in the order of their coming. */
export interface UntypedMessage {
  readonly fields: ReadonlyMap<number, readonly UntypedValue[]>;
}

/** Reads the records up to the reader's limit. `depth` counts the messages and groups around them. Throws as `readMessage` does. */
export function readUntypedMessage(reader: ByteReader, depth = 0): UntypedMessage {
  const fields = new Map<number, UntypedValue[]>();
  while (reader.remaining > 0) readInto(fields, reader, depth);
  return { fields };
}

/** Reads one record. Returns the number of the group that its tag ends, if so. */
function readInto(fields: Map<number, UntypedValue[]>, reader: ByteReader, depth: number): number | undefined {
  const start = reader.at;
  const tag = readTag(reader);
  const number = tag >>> 3;
  if ((tag & 7) === EGROUP) {
    if (depth === 0) throw unexpectedEnd(tag, start);
    return number;
  }
  const value = readValue(reader, tag, start, depth);
  const values = fields.get(number);
  if (values) values.push(value);
  else fields.set(number, [value]);
  return undefined;
}

function readValue(reader: ByteReader, tag: number, start: number, depth: number): UntypedValue {
  switch (tag & 7) {
    case VARINT:
      return readSignedVarint64(reader);
    case I64:
      return reader.float64(true);
    case I32:
      return float32(reader.take(4));
    case LEN:
      return readCounted(reader, depth);
    case SGROUP:
      return readGroup(reader, tag >>> 3, start, depth + 1);
    default:
      throw problem('protobuf.bad-wire-type', { wireType: tag & 7, offset: start }, { offset: start });
  }
}

function readCounted(reader: ByteReader, depth: number): UntypedValue {
  const length = readLength(reader);
  const kind = likelyKind(reader.bytes, reader.at, reader.at + length, depth);
  if (kind === LIKELY_TEXT) return reader.text(length);
  if (kind !== LIKELY_MESSAGE) return reader.take(length);
  return reader.limited(length, () => readUntypedMessage(reader, depth + 1));
}

function readGroup(reader: ByteReader, number: number, start: number, depth: number): UntypedMessage {
  if (depth > MAX_DEPTH) throw tooDeep(start);
  const fields = new Map<number, UntypedValue[]>();
  while (reader.remaining > 0) {
    const at = reader.at;
    const ended = readInto(fields, reader, depth);
    if (ended === number) return { fields };
    if (ended !== undefined) throw unexpectedEnd((ended << 3) | EGROUP, at);
  }
  throw unfinishedGroup(number, reader.at);
}

function float32(octets: Uint8Array): number {
  return new DataView(octets.buffer, octets.byteOffset, 4).getFloat32(0, true);
}
