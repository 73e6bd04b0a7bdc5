// The kinds of field of HTTP/2's frames. RFC 9113 §4.1, §6.
import {
  type BitField,
  defineFieldKind,
  type FieldKind,
  type FieldKindId,
  type FieldRole,
  type Reading,
} from '../bytes/field-kind';
import type { Frame } from './frame';
import {
  GRPC_ALLOW_TRUE_BINARY_METADATA,
  SETTINGS_ENABLE_PUSH,
  SETTINGS_HEADER_TABLE_SIZE,
  SETTINGS_INITIAL_WINDOW_SIZE,
  SETTINGS_MAX_CONCURRENT_STREAMS,
  SETTINGS_MAX_FRAME_SIZE,
  SETTINGS_MAX_HEADER_LIST_SIZE,
} from './settings';

const END_STREAM_BIT: BitField = { name: 'END_STREAM', firstBit: 7, bits: 1 };
const ACK_BIT: BitField = { name: 'ACK', firstBit: 7, bits: 1 };
const END_HEADERS_BIT: BitField = { name: 'END_HEADERS', firstBit: 5, bits: 1 };
const PADDED_BIT: BitField = { name: 'PADDED', firstBit: 4, bits: 1 };
const PRIORITY_BIT: BitField = { name: 'PRIORITY flag', firstBit: 2, bits: 1 };

/** What a client sends before its first frame. */
export const PREFACE = http2('connection preface', 'tag', '§3.4', 'text');

export const LENGTH = http2('Length', 'length', '§4.1', 'uint');
export const TYPE = http2('Type', 'tag', '§4.1, §6', 'uint');
export const STREAM_IDENTIFIER = behindBit('Stream Identifier', 'Reserved', 'identifier', '§4.1, §5.1.1');

/** A frame as a whole, and its flags: which bits have a meaning depends on the type. */
export interface FrameKinds {
  readonly frame: FieldKindId;
  readonly flags: FieldKindId;
}

export const FRAMES: Readonly<Record<Frame['type'], FrameKinds>> = {
  DATA: frame('DATA', '§6.1', [PADDED_BIT, END_STREAM_BIT]),
  HEADERS: frame('HEADERS', '§6.2', [PRIORITY_BIT, PADDED_BIT, END_HEADERS_BIT, END_STREAM_BIT]),
  PRIORITY: frame('PRIORITY', '§6.3', []),
  RST_STREAM: frame('RST_STREAM', '§6.4', []),
  SETTINGS: frame('SETTINGS', '§6.5', [ACK_BIT]),
  PUSH_PROMISE: frame('PUSH_PROMISE', '§6.6', [PADDED_BIT, END_HEADERS_BIT]),
  PING: frame('PING', '§6.7', [ACK_BIT]),
  GOAWAY: frame('GOAWAY', '§6.8', []),
  WINDOW_UPDATE: frame('WINDOW_UPDATE', '§6.9', []),
  CONTINUATION: frame('CONTINUATION', '§6.10', [END_HEADERS_BIT]),
  unknown: frame('frame of an unknown type', '§5.5', []),
};

export const PAD_LENGTH = http2('Pad Length', 'length', '§6.1', 'uint');
export const DATA = http2('Data', 'value', '§6.1', 'hex');
export const PADDING = http2('Padding', 'padding', '§6.1', 'hex');
export const STREAM_DEPENDENCY = behindBit('Stream Dependency', 'Exclusive', 'identifier', '§5.3.2, §6.3');
export const WEIGHT = http2('Weight', 'value', '§6.3', 'uint');
export const FIELD_BLOCK_FRAGMENT = http2('Field Block Fragment', 'value', '§4.3, §6.2', 'hex');
export const ERROR_CODE = http2('Error Code', 'value', '§7', 'uint');
export const SETTING_IDENTIFIER = http2('Identifier', 'identifier', '§6.5.1', 'uint');
export const SETTING_VALUE = http2('Value', 'value', '§6.5.1', 'uint');
export const PROMISED_STREAM_ID = behindBit('Promised Stream ID', 'Reserved', 'identifier', '§6.6');
export const OPAQUE_DATA = http2('Opaque Data', 'value', '§6.7', 'hex');
export const LAST_STREAM_ID = behindBit('Last-Stream-ID', 'Reserved', 'identifier', '§6.8');
export const ADDITIONAL_DEBUG_DATA = http2('Additional Debug Data', 'value', '§6.8', 'text');
export const WINDOW_SIZE_INCREMENT = behindBit('Window Size Increment', 'Reserved', 'value', '§6.9');
export const UNKNOWN_PAYLOAD = http2('payload of an unknown type', 'value', '§5.5', 'hex');

const UNKNOWN_SETTING = setting('unknown setting', 'RFC 9113 §6.5.2');
const SETTINGS: ReadonlyMap<number, FieldKindId> = new Map([
  [SETTINGS_HEADER_TABLE_SIZE, setting('SETTINGS_HEADER_TABLE_SIZE')],
  [SETTINGS_ENABLE_PUSH, setting('SETTINGS_ENABLE_PUSH')],
  [SETTINGS_MAX_CONCURRENT_STREAMS, setting('SETTINGS_MAX_CONCURRENT_STREAMS')],
  [SETTINGS_INITIAL_WINDOW_SIZE, setting('SETTINGS_INITIAL_WINDOW_SIZE')],
  [SETTINGS_MAX_FRAME_SIZE, setting('SETTINGS_MAX_FRAME_SIZE')],
  [SETTINGS_MAX_HEADER_LIST_SIZE, setting('SETTINGS_MAX_HEADER_LIST_SIZE')],
  [
    GRPC_ALLOW_TRUE_BINARY_METADATA,
    setting('GRPC_ALLOW_TRUE_BINARY_METADATA', 'gRPC, chttp2: http2_settings (not in an RFC)'),
  ],
]);

/** The group of the setting `identifier`. */
export function settingKind(identifier: number): FieldKindId {
  return SETTINGS.get(identifier) ?? UNKNOWN_SETTING;
}

function frame(name: string, section: string, bits: readonly BitField[]): FrameKinds {
  return {
    frame: http2(name, 'group', section, 'hex'),
    flags: http2('Flags', 'flags', `§4.1, ${section}`, 'hex', { bits }),
  };
}

/** A number of 31 bits behind a bit of another meaning. */
function behindBit(name: string, bit: string, role: FieldRole, section: string): FieldKindId {
  const bits = [
    { name: bit, firstBit: 0, bits: 1 },
    { name, firstBit: 1, bits: 31 },
  ];
  return http2(name, role, section, uint31, { bits });
}

function uint31(octets: Uint8Array): number {
  return octets.reduce((sum, octet, i) => sum * 256 + (i === 0 ? octet & 0x7f : octet), 0);
}

function setting(name: string, spec = 'RFC 9113 §6.5.2'): FieldKindId {
  return defineFieldKind({ format: 'http2', name, role: 'group', spec, reads: 'hex' });
}

function http2(
  name: string,
  role: FieldRole,
  section: string,
  reads: Reading,
  parts: Partial<FieldKind> = {},
): FieldKindId {
  return defineFieldKind({ format: 'http2', name, role, spec: `RFC 9113 ${section}`, reads, ...parts });
}
