// Reads messages in the JSON protocol, with or without knowing what is in them. TJSONProtocol of Apache Thrift's libraries.
import { problem } from '../../../problem/problem';
import type { ByteReader } from '../../bytes/byte-reader';
import { type BodyOf, type Message, type MessageHeader, messageType } from '../message';
import { MESSAGE, MESSAGE_TYPE, NAME, SEQ_ID, VERSION } from './kinds';
import { JsonValueReader } from './read-value';
import { JSON_VERSION } from './write-message';

/** Reads a whole message. The reader stands behind it afterwards. Throws problems of `thrift.*` and `json.*` with the offset. */
export function readJsonMessage(reader: ByteReader, bodyOf: BodyOf): Message {
  const json = new MessageReader(reader);
  try {
    return json.message(bodyOf);
  } finally {
    reader.at = json.at;
  }
}

class MessageReader extends JsonValueReader {
  message(bodyOf: BodyOf): Message {
    this.open(MESSAGE, '[');
    const header = this.header();
    const body = bodyOf(header);
    this.pass(',');
    const fields = this.struct(body?.struct, 1, body?.key);
    this.close(']');
    return { ...header, fields };
  }

  private header(): MessageHeader {
    const offset = this.at;
    const version = this.int(VERSION, 'i32');
    if (version !== JSON_VERSION) throw problem('thrift.bad-version', { version, offset }, { offset });
    this.pass(',');
    const name = this.string(NAME);
    this.pass(',');
    const typeAt = this.at;
    const type = messageType(this.int(MESSAGE_TYPE, 'i32'), typeAt);
    this.pass(',');
    return { name, type, seqId: this.int(SEQ_ID, 'i32') };
  }
}
