// Reads messages in the binary protocol, in both of its encodings. doc/specs/thrift-binary-protocol.md of Apache Thrift, "Message".
import { problem } from '../../../problem/problem';
import type { ByteReader } from '../../bytes/byte-reader';
import { type BodyOf, type Message, type MessageHeader, type MessageType, messageType } from '../message';
import { MESSAGE, MESSAGE_TYPE, NAME, SEQ_ID, UNUSED, VERSION } from './kinds';
import { BinaryValueReader } from './read-value';
import { VERSION_1 } from './write-message';

/** Reads a whole message. The reader stands behind it afterwards. Throws problems of `thrift.*` and `bytes.*` with the offset. */
export function readBinaryMessage(reader: ByteReader, bodyOf: BodyOf): Message {
  reader.begin(MESSAGE);
  const values = new BinaryValueReader(reader);
  // A name's length is never negative, so the leading bit tells the encodings apart.
  const header = reader.bytes[reader.at] >= 0x80 ? readStrictHeader(reader, values) : readOldHeader(reader, values);
  const body = bodyOf(header);
  const fields = values.struct(body?.struct, 1, body?.key);
  reader.end();
  return { ...header, fields };
}

function readStrictHeader(reader: ByteReader, values: BinaryValueReader): MessageHeader {
  const offset = reader.at;
  reader.begin(VERSION);
  const version = reader.uint16();
  if (version !== VERSION_1) throw problem('thrift.bad-version', { version: version & 0x7fff, offset }, { offset });
  reader.end();
  reader.begin(UNUSED);
  reader.uint8();
  reader.end();
  const type = readMessageType(reader);
  const name = values.text(NAME);
  return { name, type, seqId: readSeqId(reader) };
}

function readOldHeader(reader: ByteReader, values: BinaryValueReader): MessageHeader {
  const name = values.text(NAME);
  const type = readMessageType(reader);
  return { name, type, seqId: readSeqId(reader) };
}

function readMessageType(reader: ByteReader): MessageType {
  reader.begin(MESSAGE_TYPE);
  const type = messageType(reader.uint8(), reader.at - 1);
  reader.end();
  return type;
}

function readSeqId(reader: ByteReader): number {
  reader.begin(SEQ_ID);
  const seqId = reader.uint32() | 0;
  reader.end();
  return seqId;
}
