// Writes messages in the compact protocol. doc/specs/thrift-compact-protocol.md of Apache Thrift, "Message".
import type { ByteWriter } from '../../bytes/byte-writer';
import { writeVarint32 } from '../../varint/varint';
import type { Body, Message } from '../message';
import { MESSAGE, NAME, PROTOCOL_ID, SEQ_ID, TYPE_AND_VERSION } from './kinds';
import { CompactValueWriter } from './write-value';

export const COMPACT_PROTOCOL_ID = 0x82;
export const COMPACT_VERSION = 1;
/** Bits of the version; those of the message type are above them. */
export const VERSION_BITS = 5;

/** Writes a whole message. A negative sequence id is sent as if it had no sign, in five octets. */
export function writeCompactMessage(writer: ByteWriter, message: Message, body: Body): void {
  const values = new CompactValueWriter(writer);
  writer.begin(MESSAGE);
  uint8(writer, PROTOCOL_ID, COMPACT_PROTOCOL_ID);
  uint8(writer, TYPE_AND_VERSION, (message.type << VERSION_BITS) | COMPACT_VERSION);
  writer.begin(SEQ_ID);
  writeVarint32(writer, message.seqId);
  writer.end();
  values.text(NAME, message.name);
  values.struct(body.struct, message.fields, body.key);
  writer.end();
}

function uint8(writer: ByteWriter, kind: number, value: number): void {
  writer.begin(kind);
  writer.uint8(value);
  writer.end();
}
