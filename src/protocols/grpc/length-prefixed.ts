// Messages in a stream of DATA: each behind a flag and its length. gRPC over HTTP2, "Length-Prefixed-Message".
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { guarded } from '../../wire/bytes/guarded';
import { gzip } from '../../wire/gzip/gzip';
import type { MessageType } from '../../wire/protobuf/message-type';
import { readMessage } from '../../wire/protobuf/read-message';
import type { Message } from '../../wire/protobuf/value';
import { writeMessage } from '../../wire/protobuf/write-message';
import { type Compressing, compressed, plainMessage } from './compression';
import { COMPRESSED_FLAG, COMPRESSED_MESSAGE, LENGTH_PREFIXED_MESSAGE, MESSAGE, MESSAGE_LENGTH, PREFIX } from './kinds';
import type { MessageShape } from './shapes';

/** What is known of the messages of a stream: the shape of the message number `index`, if its type is known. */
export type ShapeOf = (index: number) => MessageShape | undefined;

/** `message` behind its prefix. The fields of a compressed one are those of its compression: see {@link inflatedPdu}. */
export function lengthPrefixed(
  { type, keys }: MessageShape,
  message: Message,
  omitDefaults: boolean,
  compressing?: Compressing,
): ByteWriter {
  const [outer, inner, root] = keys;
  const body = compressing && compressedBody(type, message, omitDefaults, compressing);
  const writer = new ByteWriter();
  writer.begin(LENGTH_PREFIXED_MESSAGE, body ? undefined : outer);
  writer.begin(COMPRESSED_FLAG);
  writer.uint8(body ? 1 : 0);
  writer.end();
  writer.begin(MESSAGE_LENGTH);
  writer.uint32(0);
  writer.end();
  writer.begin(MESSAGE, body ? undefined : inner);
  if (body) writer.append(body);
  else writeMessage(writer, type, message, { omitDefaults, key: root });
  writer.patchUint32(1, writer.length - PREFIX);
  writer.end();
  writer.end();
  return writer;
}

function compressedBody(
  type: MessageType,
  message: Message,
  omitDefaults: boolean,
  compressing: Compressing,
): ByteWriter | undefined {
  const plain = new ByteWriter(false);
  writeMessage(plain, type, message, { omitDefaults });
  return compressed(plain.finish(), compressing);
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
export function noteMessages(reader: ByteReader, first: number, shapeOf: ShapeOf, encoding: string): void {
  for (let index = first; reader.remaining > 0; index++) noteMessage(reader, shapeOf(index), encoding);
}

function noteMessage(reader: ByteReader, shape: MessageShape | undefined, encoding: string): void {
  const isPlain = reader.bytes[reader.at] === 0;
  const [outer, inner, root] = (isPlain && shape?.keys) || [];
  reader.begin(LENGTH_PREFIXED_MESSAGE, outer);
  reader.begin(COMPRESSED_FLAG);
  reader.uint8();
  reader.end();
  reader.begin(MESSAGE_LENGTH);
  const length = reader.uint32();
  reader.end();
  reader.begin(MESSAGE, inner);
  if (isPlain) {
    reader.limited(length, () => guarded(reader, () => readMessage(reader, shape?.type, root)));
  } else if (encoding === 'gzip') {
    reader.limited(length, () => guarded(reader, () => gzip.get().readGzip(reader)));
  } else if (length > 0) {
    reader.begin(COMPRESSED_MESSAGE);
    reader.take(length);
    reader.end();
  }
  reader.end();
  reader.end();
}

/** The message behind the prefix of `octets`. Throws as {@link readMessage} and {@link plainMessage} do. */
export function messageIn(octets: Uint8Array, { type }: MessageShape, encoding: string): Message {
  return readMessage(new ByteReader(plainMessage(octets, encoding), false), type);
}
