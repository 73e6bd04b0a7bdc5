// The three encodings of a message, each with its writer, its reader and the search for its end.
import type { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { JsonWriter } from '../../wire/json/json-writer';
import { readBinaryMessage } from '../../wire/thrift/binary/read-message';
import { writeBinaryMessage } from '../../wire/thrift/binary/write-message';
import { readCompactMessage } from '../../wire/thrift/compact/read-message';
import { writeCompactMessage } from '../../wire/thrift/compact/write-message';
import type { DoubleText } from '../../wire/thrift/json/double-text';
import { readJsonMessage } from '../../wire/thrift/json/read-message';
import { writeJsonMessage } from '../../wire/thrift/json/write-message';
import type { Body, BodyOf, Message } from '../../wire/thrift/message';
import type { Scan } from './ends/arrivals';
import { binaryEnd } from './ends/binary-end';
import { compactEnd } from './ends/compact-end';
import { jsonEnd } from './ends/json-end';
import type { Settings } from './settings';

/** How a library writes where it has a choice. */
export interface Style {
  /** Binary messages begin with a version. */
  readonly strict: boolean;
  /** The digits of a double in JSON. */
  readonly doubleText: DoubleText;
}

export interface Encoding {
  /** Id of the format. */
  readonly format: string;
  write(message: Message, body: Body, style: Style): ByteWriter;
  read(reader: ByteReader, bodyOf: BodyOf): Message;
  readonly end: Scan;
}

const BINARY: Encoding = {
  format: 'thrift-binary',
  write: (message, body, { strict }) =>
    written(new ByteWriter(), writer => writeBinaryMessage(writer, message, body, strict)),
  read: readBinaryMessage,
  end: binaryEnd,
};

const COMPACT: Encoding = {
  format: 'thrift-compact',
  write: (message, body) => written(new ByteWriter(), writer => writeCompactMessage(writer, message, body)),
  read: readCompactMessage,
  end: compactEnd,
};

const JSON_TEXT: Encoding = {
  format: 'thrift-json',
  write: (message, body, { doubleText }) =>
    written(new JsonWriter(), writer => writeJsonMessage(writer, message, body, doubleText)),
  read: readJsonMessage,
  end: jsonEnd,
};

export const ENCODINGS: Readonly<Record<Settings['encoding'], Encoding>> = {
  binary: BINARY,
  compact: COMPACT,
  json: JSON_TEXT,
};

function written<W extends ByteWriter>(writer: W, write: (writer: W) => void): W {
  write(writer);
  return writer;
}
