// Messages as octets: written by one side, read by the other, each in the encoding and the framing that both have agreed on.
import { type Problem, ProblemError } from '../../problem/problem';
import type { Annotations } from '../../wire/bytes/annotations';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { UNKNOWN } from '../../wire/bytes/field-kind';
import type { Pdu } from '../../wire/bytes/pdu';
import { readFrame, writeFrame } from '../../wire/thrift/framed/framed';
import {
  type Body,
  type BodyOf,
  CALL,
  EXCEPTION,
  type Message,
  type MessageType,
  ONEWAY,
  REPLY,
} from '../../wire/thrift/message';
import type { Outgoing } from '../protocol';
import { ENCODINGS, type Encoding, type Style } from './encodings';
import type { Scan } from './ends/arrivals';
import { frameEnd } from './ends/frame-end';
import type { Settings } from './settings';

/** What two peers must agree on. */
export interface Form {
  readonly encoding: Encoding;
  readonly framed: boolean;
}

/** A message that has been read. Its content is a problem when the octets are none. */
export interface ReadMessage {
  readonly pdu: Pdu;
  readonly content: Message | Problem;
}

const TYPE_NAMES: Readonly<Record<MessageType, string>> = {
  [CALL]: 'CALL',
  [REPLY]: 'REPLY',
  [EXCEPTION]: 'EXCEPTION',
  [ONEWAY]: 'ONEWAY',
};

export function formOf({ encoding, framing }: Settings): Form {
  return { encoding: ENCODINGS[encoding], framed: framing === 'framed' };
}

/** Finds the end of a message. */
export function endOf({ encoding, framed }: Form): Scan {
  return framed ? frameEnd : encoding.end;
}

/** The message, which is one write. Throws what the encoding throws. */
export function outgoing({ encoding, framed }: Form, message: Message, body: Body, style: Style): Outgoing {
  const inner = encoding.write(message, body, style);
  const writer = framed ? inFrame(inner) : inner;
  const bytes = writer.finish();
  const format = framed ? 'thrift-framed' : encoding.format;
  const pdu = { format, title: titleOf(message), bytes, annotations: writer.annotations! };
  return { pdu, writes: [bytes.length], close: false };
}

/** Reads the octets of a whole message. */
export function readMessage(form: Form, bytes: Uint8Array, bodyOf: BodyOf): ReadMessage {
  const content = contentOf(form, new ByteReader(bytes, false), bodyOf);
  let noted: Annotations | undefined;
  const pdu: Pdu = {
    format: form.framed ? 'thrift-framed' : form.encoding.format,
    ...('name' in content && { title: titleOf(content) }),
    bytes,
    // Most messages are decoded for their values only: their fields are noted when somebody looks.
    get annotations() {
      noted ??= annotationsOf(form, bytes, bodyOf);
      return noted;
    },
  };
  return { pdu, content };
}

function inFrame(message: ByteWriter): ByteWriter {
  const writer = new ByteWriter();
  writeFrame(writer, () => writer.append(message));
  return writer;
}

function contentOf({ encoding, framed }: Form, reader: ByteReader, bodyOf: BodyOf): Message | Problem {
  const read = () => encoding.read(reader, bodyOf);
  try {
    return framed ? readFrame(reader, read) : read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

function annotationsOf(form: Form, bytes: Uint8Array, bodyOf: BodyOf): Annotations {
  const reader = new ByteReader(bytes);
  const annotations = reader.annotations!;
  contentOf(form, reader, bodyOf);
  annotations.abandon(reader.at);
  if (reader.at < bytes.length) annotations.leaf(UNKNOWN, reader.at, bytes.length);
  return annotations;
}

function titleOf({ type, name }: Message): string {
  return `${TYPE_NAMES[type]} ${name}`;
}
