// Reads a message, by its type or without one. Protocol Buffers, Encoding.
import { problem } from '../../problem/problem';
import { type Annotations, CONTENT_START, END, PARENT } from '../bytes/annotations';
import type { ByteReader } from '../bytes/byte-reader';
import { ROOT } from './kinds';
import { MessageReader } from './message-reader';
import type { MessageType } from './message-type';
import { readUnknownFields } from './read-unknown';
import { missingRequired } from './required';
import type { Message } from './value';

/**
 * Reads the message of type `type` that fills `reader` up to its limit. Without a type it is only dissected, and empty. `key` is its key in
 * annotations. Throws a problem of `protobuf.*`, `varint.*` or `bytes.*` with its offset; `reader.at` is then the first octet without a field.
 */
export function readMessage(reader: ByteReader, type?: MessageType, key?: string | number): Message {
  const { at, limit, annotations } = reader;
  reader.begin(ROOT, key);
  try {
    const message = type ? readTyped(reader, type) : readUntyped(reader);
    reader.end();
    return message;
  } catch (error) {
    reader.limit = limit;
    reader.at = annotations ? Math.max(at, lastFieldEnd(annotations)) : at;
    throw error;
  }
}

/** Where the fields end that have been noted so far. */
function lastFieldEnd(annotations: Annotations): number {
  let row = annotations.count - 1;
  let end = annotations.get(row, CONTENT_START);
  for (; row >= 0 && annotations.get(row, END) >= 0; row = annotations.get(row, PARENT))
    end = annotations.get(row, END);
  return end;
}

function readTyped(reader: ByteReader, type: MessageType): Message {
  const message = new Map();
  new MessageReader(reader).fields(type, message, 0);
  const missing = missingRequired(type, message);
  if (missing) throw problem('protobuf.missing-required', missing, { offset: reader.at });
  return message;
}

function readUntyped(reader: ByteReader): Message {
  readUnknownFields(reader);
  return new Map();
}
