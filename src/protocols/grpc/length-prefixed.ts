// Messages in a stream of DATA: each behind a flag and its length. gRPC over HTTP2, "Length-Prefixed-Message".
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { guarded } from '../../wire/bytes/guarded';
import { readMessage } from '../../wire/protobuf/read-message';
import type { Message } from '../../wire/protobuf/value';
import { writeMessage } from '../../wire/protobuf/write-message';
import { COMPRESSED_FLAG, COMPRESSED_MESSAGE, LENGTH_PREFIXED_MESSAGE, MESSAGE, MESSAGE_LENGTH } from './kinds';
import type { MessageShape } from './shapes';

/** Octets before a message. */
export const PREFIX = 5;

/** What is known of the messages of a stream: the shape of the message number `index`, if its type is known. */
export type ShapeOf = (index: number) => MessageShape | undefined;

/** `message` behind its prefix. */
export function lengthPrefixed({ type, keys }: MessageShape, message: Message, omitDefaults: boolean): ByteWriter {
  const [outer, inner, root] = keys;
  const writer = new ByteWriter();
  writer.begin(LENGTH_PREFIXED_MESSAGE, outer);
  writer.begin(COMPRESSED_FLAG);
  writer.uint8(0);
  writer.end();
  writer.begin(MESSAGE_LENGTH);
  writer.uint32(0);
  writer.end();
  writer.begin(MESSAGE, inner);
  writeMessage(writer, type, message, { omitDefaults, key: root });
  writer.patchUint32(1, writer.length - PREFIX);
  writer.end();
  writer.end();
  return writer;
}

/** Where the last whole message in `octets`, which begin with a prefix, ends; 0 if none is whole. Calls `found` with each. */
export function wholeMessages(octets: Uint8Array, found: (message: Uint8Array) => void): number {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  let at = 0;
  while (octets.length - at >= PREFIX) {
    const end = at + PREFIX + view.getUint32(at + 1);
    if (end > octets.length) break;
    found(octets.subarray(at, end));
    at = end;
  }
  return at;
}

/** Notes the fields of the whole messages that fill `reader`, the first of which has the number `first`. What cannot be read is unknown. */
export function noteMessages(reader: ByteReader, first: number, shapeOf: ShapeOf): void {
  for (let index = first; reader.remaining > 0; index++) noteMessage(reader, shapeOf(index));
}

function noteMessage(reader: ByteReader, shape: MessageShape | undefined): void {
  const [outer, inner, root] = shape?.keys ?? [];
  reader.begin(LENGTH_PREFIXED_MESSAGE, outer);
  reader.begin(COMPRESSED_FLAG);
  const isCompressed = reader.uint8() !== 0;
  reader.end();
  reader.begin(MESSAGE_LENGTH);
  const length = reader.uint32();
  reader.end();
  reader.begin(MESSAGE, inner);
  if (isCompressed && length > 0) {
    reader.begin(COMPRESSED_MESSAGE);
    reader.take(length);
    reader.end();
  } else {
    reader.limited(length, () => guarded(reader, () => readMessage(reader, shape?.type, root)));
  }
  reader.end();
  reader.end();
}

/** The message behind the prefix of `octets`. Throws as {@link readMessage} does. */
export function messageIn(octets: Uint8Array, { type }: MessageShape): Message {
  return readMessage(new ByteReader(octets, false, PREFIX), type);
}
