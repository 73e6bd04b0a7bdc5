// Writes frames with their fields annotated. RFC 9113 §4.1, §6.
import type { Annotations } from '../bytes/annotations';
import { ByteWriter } from '../bytes/byte-writer';
import type { FieldKindId } from '../bytes/field-kind';
import { FRAME_TYPES, type Frame, PADDED, PRIORITY_FLAG, type Priority } from './frame';
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
import type { Setting } from './settings';

/** Writes `frame`. `contentFields` are the fields of its data, or of its fragment, whose first octet is their octet 0. */
export function writeFrame(writer: ByteWriter, frame: Frame, contentFields?: Annotations): void {
  const payload = new ByteWriter(writer.annotations !== undefined);
  writePayload(payload, frame, contentFields);
  const kinds = FRAMES[frame.type];
  writer.begin(kinds.frame);
  writer.begin(LENGTH);
  writer.uint8(payload.length >>> 16);
  writer.uint16(payload.length & 0xffff);
  writer.end();
  uint8(writer, TYPE, typeCodeOf(frame));
  uint8(writer, kinds.flags, flagsOf(frame));
  uint32(writer, STREAM_IDENTIFIER, frame.streamId);
  writer.append(payload);
  writer.end();
}

function typeCodeOf(frame: Frame): number {
  return frame.type === 'unknown' ? frame.typeCode : FRAME_TYPES.indexOf(frame.type);
}

function flagsOf(frame: Frame): number {
  const padded = 'padding' in frame && frame.padding ? PADDED : 0;
  const prioritized = 'priority' in frame && frame.priority ? PRIORITY_FLAG : 0;
  return frame.flags | padded | prioritized;
}

function writePayload(writer: ByteWriter, frame: Frame, contentFields?: Annotations): void {
  switch (frame.type) {
    case 'DATA':
      padded(writer, frame.padding, () => octets(writer, DATA, frame.data, contentFields));
      break;
    case 'HEADERS':
      padded(writer, frame.padding, () => {
        if (frame.priority) writePriority(writer, frame.priority);
        octets(writer, FIELD_BLOCK_FRAGMENT, frame.fragment, contentFields);
      });
      break;
    case 'PRIORITY':
      writePriority(writer, frame);
      break;
    case 'RST_STREAM':
      uint32(writer, ERROR_CODE, frame.errorCode);
      break;
    case 'SETTINGS':
      for (const setting of frame.settings) writeSetting(writer, setting);
      break;
    case 'PUSH_PROMISE':
      padded(writer, frame.padding, () => {
        uint32(writer, PROMISED_STREAM_ID, frame.promisedStreamId);
        octets(writer, FIELD_BLOCK_FRAGMENT, frame.fragment, contentFields);
      });
      break;
    case 'PING':
      octets(writer, OPAQUE_DATA, frame.opaqueData);
      break;
    case 'GOAWAY':
      uint32(writer, LAST_STREAM_ID, frame.lastStreamId);
      uint32(writer, ERROR_CODE, frame.errorCode);
      octets(writer, ADDITIONAL_DEBUG_DATA, frame.debugData);
      break;
    case 'WINDOW_UPDATE':
      uint32(writer, WINDOW_SIZE_INCREMENT, frame.increment);
      break;
    case 'CONTINUATION':
      octets(writer, FIELD_BLOCK_FRAGMENT, frame.fragment, contentFields);
      break;
    case 'unknown':
      octets(writer, UNKNOWN_PAYLOAD, frame.payload);
      break;
  }
}

/** The length of the padding in front, the padding behind. §6.1. */
function padded(writer: ByteWriter, padding: Uint8Array | undefined, write: () => void): void {
  if (padding) uint8(writer, PAD_LENGTH, padding.length);
  write();
  if (padding) octets(writer, PADDING, padding);
}

function writePriority(writer: ByteWriter, { exclusive, streamDependency, weight }: Priority): void {
  uint32(writer, STREAM_DEPENDENCY, streamDependency + (exclusive ? 0x80000000 : 0));
  uint8(writer, WEIGHT, weight - 1);
}

function writeSetting(writer: ByteWriter, [identifier, value]: Setting): void {
  writer.begin(settingKind(identifier));
  writer.begin(SETTING_IDENTIFIER);
  writer.uint16(identifier);
  writer.end();
  uint32(writer, SETTING_VALUE, value);
  writer.end();
}

function uint8(writer: ByteWriter, kind: FieldKindId, value: number): void {
  writer.begin(kind);
  writer.uint8(value);
  writer.end();
}

function uint32(writer: ByteWriter, kind: FieldKindId, value: number): void {
  writer.begin(kind);
  writer.uint32(value);
  writer.end();
}

/** Octets as one field; none when there are none. */
function octets(writer: ByteWriter, kind: FieldKindId, bytes: Uint8Array, fields?: Annotations): void {
  if (bytes.length === 0) return;
  writer.begin(kind);
  if (fields) writer.annotations?.graft(fields, writer.length);
  writer.bytes(bytes);
  writer.end();
}
