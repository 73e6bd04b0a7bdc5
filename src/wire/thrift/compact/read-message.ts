// Reads messages in the compact protocol. doc/specs/thrift-compact-protocol.md of Apache Thrift, "Message".
import { problem } from '../../../problem/problem';
import type { ByteReader } from '../../bytes/byte-reader';
import { readVarint32 } from '../../varint/varint';
import { type BodyOf, type Message, type MessageHeader, messageType } from '../message';
import { MESSAGE, NAME, PROTOCOL_ID, SEQ_ID, TYPE_AND_VERSION } from './kinds';
import { CompactValueReader } from './read-value';
import { COMPACT_PROTOCOL_ID, COMPACT_VERSION, VERSION_BITS } from './write-message';

/** Reads a whole message. The reader stands behind it afterwards. Throws problems of `thrift.*`, `varint.*` and `bytes.*` with the offset. */
export function readCompactMessage(reader: ByteReader, bodyOf: BodyOf): Message {
  reader.begin(MESSAGE);
  const values = new CompactValueReader(reader);
  const header = readHeader(reader, values);
  const body = bodyOf(header);
  const fields = values.struct(body?.struct, 1, body?.key);
  reader.end();
  return { ...header, fields };
}

function readHeader(reader: ByteReader, values: CompactValueReader): MessageHeader {
  const offset = reader.at;
  const id = uint8(reader, PROTOCOL_ID);
  if (id !== COMPACT_PROTOCOL_ID) throw problem('thrift.bad-protocol-id', { id, offset }, { offset });
  const typeAndVersion = uint8(reader, TYPE_AND_VERSION);
  const version = typeAndVersion & ((1 << VERSION_BITS) - 1);
  if (version !== COMPACT_VERSION)
    throw problem('thrift.bad-version', { version, offset: offset + 1 }, { offset: offset + 1 });
  const type = messageType(typeAndVersion >> VERSION_BITS, offset + 1);
  reader.begin(SEQ_ID);
  const seqId = readVarint32(reader) | 0;
  reader.end();
  return { name: values.text(NAME), type, seqId };
}

function uint8(reader: ByteReader, kind: number): number {
  reader.begin(kind);
  const value = reader.uint8();
  reader.end();
  return value;
}
