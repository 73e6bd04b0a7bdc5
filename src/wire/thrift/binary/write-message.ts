// Writes messages in the binary protocol. doc/specs/thrift-binary-protocol.md of Apache Thrift, "Message".
import type { ByteWriter } from '../../bytes/byte-writer';
import type { Body, Message } from '../message';
import { MESSAGE, MESSAGE_TYPE, NAME, SEQ_ID, UNUSED, VERSION } from './kinds';
import { BinaryValueWriter } from './write-value';

/** The leading bit, and version 1. */
export const VERSION_1 = 0x8001;

/** Writes a whole message. `strict` is the encoding that has a version; the old one has none. */
export function writeBinaryMessage(writer: ByteWriter, message: Message, body: Body, strict = true): void {
  const values = new BinaryValueWriter(writer);
  writer.begin(MESSAGE);
  if (strict) {
    writer.begin(VERSION);
    writer.uint16(VERSION_1);
    writer.end();
    writer.begin(UNUSED);
    writer.uint8(0);
    writer.end();
    writeMessageType(writer, message.type);
    values.text(NAME, message.name);
  } else {
    values.text(NAME, message.name);
    writeMessageType(writer, message.type);
  }
  writer.begin(SEQ_ID);
  writer.uint32(message.seqId);
  writer.end();
  values.struct(body.struct, message.fields, body.key);
  writer.end();
}

function writeMessageType(writer: ByteWriter, type: number): void {
  writer.begin(MESSAGE_TYPE);
  writer.uint8(type);
  writer.end();
}
