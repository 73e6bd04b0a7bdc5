// All encodings of Thrift, to be put through the same tests.
import type { ByteReader } from '../../src/wire/bytes/byte-reader';
import { ByteWriter } from '../../src/wire/bytes/byte-writer';
import { JsonWriter } from '../../src/wire/json/json-writer';
import { readBinaryMessage } from '../../src/wire/thrift/binary/read-message';
import { writeBinaryMessage } from '../../src/wire/thrift/binary/write-message';
import { readCompactMessage } from '../../src/wire/thrift/compact/read-message';
import { writeCompactMessage } from '../../src/wire/thrift/compact/write-message';
import { readFrame, writeFrame } from '../../src/wire/thrift/framed/framed';
import { readJsonMessage } from '../../src/wire/thrift/json/read-message';
import { writeJsonMessage } from '../../src/wire/thrift/json/write-message';
import type { Body, BodyOf, Message } from '../../src/wire/thrift/message';
import type { Limits } from './arbitraries';

export interface Encoding {
  readonly name: string;
  readonly limits: Limits;
  write(message: Message, body: Body): ByteWriter;
  read(reader: ByteReader, bodyOf: BodyOf): Message;
}

/** Writes with `write` into a writer of its own. */
function written<W extends ByteWriter>(writer: W, write: (writer: W) => void): W {
  write(writer);
  return writer;
}

const JSON_LIMITS: Limits = { scalarKeys: true, noNegativeZero: true };

export const BINARY: Encoding = {
  name: 'binary',
  limits: {},
  write: (message, body) => written(new ByteWriter(), writer => writeBinaryMessage(writer, message, body)),
  read: readBinaryMessage,
};

export const OLD_BINARY: Encoding = {
  name: 'old binary',
  limits: {},
  write: (message, body) => written(new ByteWriter(), writer => writeBinaryMessage(writer, message, body, false)),
  read: readBinaryMessage,
};

export const COMPACT: Encoding = {
  name: 'compact',
  limits: {},
  write: (message, body) => written(new ByteWriter(), writer => writeCompactMessage(writer, message, body)),
  read: readCompactMessage,
};

export const JSON_TEXT: Encoding = {
  name: 'JSON',
  limits: JSON_LIMITS,
  write: (message, body) => written(new JsonWriter(), writer => writeJsonMessage(writer, message, body)),
  read: readJsonMessage,
};

const FRAMED_COMPACT: Encoding = {
  name: 'framed compact',
  limits: {},
  write: (message, body) =>
    written(new ByteWriter(), writer => writeFrame(writer, () => writeCompactMessage(writer, message, body))),
  read: (reader, bodyOf) => readFrame(reader, () => readCompactMessage(reader, bodyOf)),
};

export const ENCODINGS: readonly Encoding[] = [BINARY, OLD_BINARY, COMPACT, JSON_TEXT, FRAMED_COMPACT];
