// Reads one whole frame and checks what can be checked of it by itself. RFC 9113 §4.1, §6.
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import { type FieldKindId, UNKNOWN } from '../bytes/field-kind';
import { FRAME_TYPES, type Frame, type FrameHeader, PADDED, PRIORITY_FLAG, type Priority } from './frame';
import { checkLength, checkStream } from './frame-rules';
import {
  ADDITIONAL_DEBUG_DATA,
  DATA,
  ERROR_CODE,
  FIELD_BLOCK_FRAGMENT,
  FRAMES,
  LAST_STREAM_ID,
  LENGTH,
  OPAQUE_DATA,
  PAD_LENGTH,
  PADDING,
  PROMISED_STREAM_ID,
  SETTING_IDENTIFIER,
  SETTING_VALUE,
  STREAM_DEPENDENCY,
  STREAM_IDENTIFIER,
  settingKind,
  TYPE,
  UNKNOWN_PAYLOAD,
  WEIGHT,
  WINDOW_SIZE_INCREMENT,
} from './kinds';
import { checkSetting, INITIAL_MAX_FRAME_SIZE, type Setting } from './settings';

/** Reads the data of a DATA frame, or the fragment of a field block, where they stand: all that the reader then has. */
export type ContentReading = (reader: ByteReader, header: FrameHeader) => void;

/** Reads the next frame. Throws `http2.*` problems; what `readContent` throws is passed on. */
export function readFrame(
  reader: ByteReader,
  maxFrameSize = INITIAL_MAX_FRAME_SIZE,
  readContent?: ContentReading,
): Frame {
  const typeCode = reader.bytes[reader.at + 3];
  const type = FRAME_TYPES[typeCode] ?? 'unknown';
  reader.begin(FRAMES[type].frame);
  reader.begin(LENGTH);
  const length = reader.uint8() * 0x10000 + reader.uint16();
  reader.end();
  uint8(reader, TYPE);
  const flags = uint8(reader, FRAMES[type].flags);
  const header = { type, typeCode, flags, streamId: uint31(reader, STREAM_IDENTIFIER), length };
  checkLength(header, maxFrameSize, reader.at);
  checkStream(header, reader.at);
  const frame = reader.limited(length, () => new PayloadReading(reader, header, readContent).read());
  reader.end();
  return frame;
}

/** One pass over a payload. */
class PayloadReading {
  constructor(
    private readonly reader: ByteReader,
    private readonly header: FrameHeader,
    private readonly readContent: ContentReading | undefined,
  ) {}

  read(): Frame {
    const { reader, header } = this;
    const { type, flags, streamId } = header;
    const common = { streamId, flags };
    switch (type) {
      case 'DATA': {
        const { content, ...padding } = this.padded(() => this.content(DATA));
        return { type, ...common, data: content, ...padding };
      }
      case 'HEADERS': {
        const { content, ...padding } = this.padded(() => {
          const priority = flags & PRIORITY_FLAG ? { priority: readPriority(reader) } : {};
          return { ...priority, fragment: this.content(FIELD_BLOCK_FRAGMENT) };
        });
        return { type, ...common, ...content, ...padding };
      }
      case 'PRIORITY':
        return { type, ...common, ...readPriority(reader) };
      case 'RST_STREAM':
        return { type, ...common, errorCode: uint32(reader, ERROR_CODE) };
      case 'SETTINGS':
        return { type, ...common, settings: readSettings(reader) };
      case 'PUSH_PROMISE': {
        const { content, ...padding } = this.padded(() => ({
          promisedStreamId: readPromisedStream(reader),
          fragment: this.content(FIELD_BLOCK_FRAGMENT),
        }));
        return { type, ...common, ...content, ...padding };
      }
      case 'PING':
        return { type, ...common, opaqueData: octets(reader, OPAQUE_DATA) };
      case 'GOAWAY': {
        const lastStreamId = uint31(reader, LAST_STREAM_ID);
        const errorCode = uint32(reader, ERROR_CODE);
        return { type, ...common, lastStreamId, errorCode, debugData: octets(reader, ADDITIONAL_DEBUG_DATA) };
      }
      case 'WINDOW_UPDATE':
        return { type, ...common, increment: readIncrement(reader, streamId) };
      case 'CONTINUATION':
        return { type, ...common, fragment: this.content(FIELD_BLOCK_FRAGMENT) };
      case 'unknown':
        return { type, ...common, typeCode: header.typeCode, payload: octets(reader, UNKNOWN_PAYLOAD) };
    }
  }

  /** What `read` reads between the length of the padding and the padding. The padding must leave room for it. §6.1. */
  private padded<T>(read: () => T): { content: T; padding?: Uint8Array } {
    const { reader, header } = this;
    if (!(header.flags & PADDED)) return { content: read() };
    const { at } = reader;
    const length = uint8(reader, PAD_LENGTH);
    const fixed = (header.type === 'PUSH_PROMISE' ? 4 : 0) + (isPrioritized(header) ? 5 : 0);
    if (length + fixed > reader.remaining)
      throw problem(
        'http2.bad-padding',
        { padding: length, length: header.length, error: 'PROTOCOL_ERROR' },
        { offset: at },
      );
    const content = reader.limited(reader.remaining - length, read);
    return { content, padding: octets(reader, PADDING) };
  }

  /** Octets that have fields of their own, as far as anybody reads them. */
  private content(kind: FieldKindId): Uint8Array {
    const { reader } = this;
    const { at, limit, annotations } = reader;
    if (reader.remaining === 0) return new Uint8Array();
    reader.begin(kind);
    this.readContent?.(reader, this.header);
    if (reader.at > at && reader.at < limit) annotations?.leaf(UNKNOWN, reader.at, limit);
    reader.at = limit;
    reader.end();
    return reader.bytes.subarray(at, limit);
  }
}

function isPrioritized({ type, flags }: FrameHeader): boolean {
  return type === 'HEADERS' && (flags & PRIORITY_FLAG) !== 0;
}

function readPriority(reader: ByteReader): Priority {
  reader.begin(STREAM_DEPENDENCY);
  const word = reader.uint32();
  reader.end();
  return { exclusive: word >= 0x80000000, streamDependency: word % 0x80000000, weight: uint8(reader, WEIGHT) + 1 };
}

function readSettings(reader: ByteReader): Setting[] {
  const settings: Setting[] = [];
  while (reader.remaining > 0) {
    const { at } = reader;
    const identifier = (reader.bytes[at] << 8) | reader.bytes[at + 1];
    reader.begin(settingKind(identifier));
    reader.begin(SETTING_IDENTIFIER);
    reader.uint16();
    reader.end();
    const setting = [identifier, uint32(reader, SETTING_VALUE)] as const;
    reader.end();
    checkSetting(setting, at);
    settings.push(setting);
  }
  return settings;
}

/** Only servers promise, and their streams have even numbers. §5.1.1, §6.6. */
function readPromisedStream(reader: ByteReader): number {
  const { at } = reader;
  const stream = uint31(reader, PROMISED_STREAM_ID);
  if (stream === 0 || stream % 2 === 1)
    throw problem('http2.bad-promised-stream', { stream, error: 'PROTOCOL_ERROR' }, { offset: at });
  return stream;
}

/** §6.9. */
function readIncrement(reader: ByteReader, stream: number): number {
  const { at } = reader;
  const increment = uint31(reader, WINDOW_SIZE_INCREMENT);
  if (increment === 0) throw problem('http2.zero-increment', { stream, error: 'PROTOCOL_ERROR' }, { offset: at });
  return increment;
}

function uint8(reader: ByteReader, kind: FieldKindId): number {
  reader.begin(kind);
  const value = reader.uint8();
  reader.end();
  return value;
}

function uint32(reader: ByteReader, kind: FieldKindId): number {
  reader.begin(kind);
  const value = reader.uint32();
  reader.end();
  return value;
}

/** The bit in front is reserved, and ignored. */
function uint31(reader: ByteReader, kind: FieldKindId): number {
  return uint32(reader, kind) % 0x80000000;
}

/** All octets that are left. */
function octets(reader: ByteReader, kind: FieldKindId): Uint8Array {
  if (reader.remaining === 0) return new Uint8Array();
  reader.begin(kind);
  const bytes = reader.take(reader.remaining);
  reader.end();
  return bytes;
}
