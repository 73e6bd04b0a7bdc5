// Records whose message type is not known: what their octets tell by themselves. Protocol Buffers, Encoding, "Message Structure".
// The wire says neither the names nor the types of fields: behind a length there may be text, octets or a message, which is guessed.
import { ProblemError, problem } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import { sequenceLength } from '../bytes/utf8-fault';
import {
  GROUP,
  LIKELY_BYTES,
  LIKELY_MESSAGE,
  LIKELY_TEXT,
  UNKNOWN_FIELD,
  UNKNOWN_I32,
  UNKNOWN_I64,
  UNKNOWN_VARINT,
} from './kinds';
import { MAX_DEPTH, readLength, readTag, skipNumber } from './read-record';
import { EGROUP, I64, LEN, SGROUP, VARINT } from './wire-type';

/** Reads records up to the reader's limit. `depth` counts the messages and groups around them. */
export function readUnknownFields(reader: ByteReader, depth = 0): void {
  while (reader.remaining > 0) {
    const start = reader.at;
    readUnknownField(reader, readTag(reader), start, depth);
  }
}

/** Reads the record whose tag, at octet `start`, has just been read. */
export function readUnknownField(reader: ByteReader, tag: number, start: number, depth: number): void {
  const wireType = tag & 7;
  if (wireType === EGROUP) throw unexpectedEnd(tag, start);
  if (wireType === LEN) readCounted(reader, start, depth);
  else if (wireType === SGROUP) readGroup(reader, tag >>> 3, start, depth);
  else readSingle(reader, wireType, start);
}

function readSingle(reader: ByteReader, wireType: number, start: number): void {
  const { annotations } = reader;
  const valueAt = reader.at;
  skipNumber(reader, wireType, start);
  annotations?.begin(UNKNOWN_FIELD, start);
  annotations?.content(valueAt);
  annotations?.leaf(
    wireType === VARINT ? UNKNOWN_VARINT : wireType === I64 ? UNKNOWN_I64 : UNKNOWN_I32,
    valueAt,
    reader.at,
  );
  annotations?.end(reader.at);
}

/** An end tag that ends no group, or another than the open one. */
export function unexpectedEnd(tag: number, offset: number) {
  return problem('protobuf.unexpected-end-tag', { number: tag >>> 3, offset }, { offset });
}

/** A message or group at octet `offset` that lies too deep. */
export function tooDeep(offset: number) {
  return problem('protobuf.too-deep', { limit: MAX_DEPTH, offset }, { offset });
}

/** The octets end before the end tag of group `number`. */
export function unfinishedGroup(number: number, offset: number) {
  return problem('protobuf.unfinished-group', { number, offset }, { offset });
}

function readCounted(reader: ByteReader, start: number, depth: number): void {
  const { annotations, limit } = reader;
  const lengthAt = reader.at;
  const end = readLength(reader) + reader.at;
  const contentAt = reader.at;
  if (annotations) {
    const kind = likelyKind(reader.bytes, contentAt, end, depth);
    annotations.begin(UNKNOWN_FIELD, start);
    annotations.content(lengthAt);
    annotations.begin(kind, lengthAt);
    annotations.content(contentAt);
    if (kind === LIKELY_MESSAGE) {
      reader.limit = end;
      readUnknownFields(reader, depth + 1);
      reader.limit = limit;
    }
    annotations.end(end);
    annotations.end(end);
  }
  reader.at = end;
}

function readGroup(reader: ByteReader, number: number, start: number, depth: number): void {
  const { annotations } = reader;
  if (depth >= MAX_DEPTH) throw tooDeep(start);
  annotations?.begin(UNKNOWN_FIELD, start);
  annotations?.content(reader.at);
  annotations?.begin(GROUP, reader.at);
  for (;;) {
    const at = reader.at;
    if (reader.remaining === 0) throw unfinishedGroup(number, at);
    const tag = readTag(reader);
    if ((tag & 7) !== EGROUP) {
      readUnknownField(reader, tag, at, depth + 1);
      continue;
    }
    if (tag >>> 3 !== number) throw unexpectedEnd(tag, at);
    annotations?.tail(at);
    annotations?.end(reader.at);
    annotations?.end(reader.at);
    return;
  }
}

/** What the octets behind a length seem to be: text if they can be, a message if they can be, or else mere octets. */
export function likelyKind(bytes: Uint8Array, start: number, end: number, depth: number): FieldKindId {
  if (start < end && isPrintable(bytes, start, end)) return LIKELY_TEXT;
  return start < end && depth < MAX_DEPTH && isMessage(bytes, start, end, depth + 1) ? LIKELY_MESSAGE : LIKELY_BYTES;
}

/** Whether the octets are UTF-8 without control characters but tabs and line ends. Nearly every message has one, as a tag or length. */
function isPrintable(bytes: Uint8Array, start: number, end: number): boolean {
  const octets = bytes.subarray(start, end);
  for (let at = 0; at < octets.length; ) {
    const octet = octets[at];
    const length = sequenceLength(octets, at);
    if (length === 0 || octet === 0x7f || (octet < 0x20 && octet !== 0x09 && octet !== 0x0a && octet !== 0x0d))
      return false;
    at += length;
  }
  return true;
}

/** Whether the octets are whole records. Only reads on at this level: what is behind a length is not looked into. */
function isMessage(bytes: Uint8Array, start: number, end: number, depth: number): boolean {
  try {
    readUnknownFields(new ByteReader(bytes, false, start, end), depth);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
