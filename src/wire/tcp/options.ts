// The options of the TCP header that a plain Linux stack sends, and how any other option reads. RFC 9293 §3.1 and §3.2.
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import { defineFieldKind, type FieldKindId, type FieldRole } from '../bytes/field-kind';

/** Octets `[left, right)` of the stream that have come in behind a gap, as sequence numbers. RFC 2018 §3. */
export interface SackBlock {
  readonly left: number;
  readonly right: number;
}

/** One option. `window-scale` is a shift count; timestamps are unsigned 32-bit numbers. */
export type TcpOption =
  | { readonly kind: 'end' }
  | { readonly kind: 'nop' }
  | { readonly kind: 'mss'; readonly octets: number }
  | { readonly kind: 'window-scale'; readonly shift: number }
  | { readonly kind: 'sack-permitted' }
  | { readonly kind: 'sack'; readonly blocks: readonly SackBlock[] }
  | { readonly kind: 'timestamps'; readonly value: number; readonly echoReply: number }
  | { readonly kind: 'other'; readonly number: number; readonly data: Uint8Array };

const END = 0;
const NOP = 1;
const MSS = 2;
const WINDOW_SCALE = 3;
const SACK_PERMITTED = 4;
const SACK = 5;
const TIMESTAMPS = 8;

const OPTIONS = field('options', 'group', 'RFC 9293 §3.1', 'hex');
const END_OPTION = field('end of option list', 'padding', 'RFC 9293 §3.2', 'uint');
const NOP_OPTION = field('no-operation', 'padding', 'RFC 9293 §3.2', 'uint');
const MSS_OPTION = field('maximum segment size', 'group', 'RFC 9293 §3.7.1', 'hex');
const WINDOW_SCALE_OPTION = field('window scale', 'group', 'RFC 7323 §2.2', 'hex');
const SACK_PERMITTED_OPTION = field('SACK permitted', 'group', 'RFC 2018 §2', 'hex');
const SACK_OPTION = field('SACK', 'group', 'RFC 2018 §3', 'hex');
const TIMESTAMPS_OPTION = field('timestamps', 'group', 'RFC 7323 §3.2', 'hex');
const OTHER_OPTION = field('other option', 'group', 'RFC 9293 §3.2', 'hex');
const KIND = field('option kind', 'tag', 'RFC 9293 §3.2', 'uint');
const LENGTH = field('option length', 'length', 'RFC 9293 §3.2', 'uint');
const MSS_VALUE = field('MSS', 'value', 'RFC 9293 §3.7.1', 'uint');
const SHIFT_COUNT = field('shift count', 'value', 'RFC 7323 §2.2', 'uint');
const LEFT_EDGE = field('left edge of block', 'value', 'RFC 2018 §3', 'uint');
const RIGHT_EDGE = field('right edge of block', 'value', 'RFC 2018 §3', 'uint');
const TS_VALUE = field('TSval', 'value', 'RFC 7323 §3.2', 'uint');
const TS_ECHO_REPLY = field('TSecr', 'value', 'RFC 7323 §3.2', 'uint');
const OPTION_DATA = field('option data', 'value', 'RFC 9293 §3.2', 'hex');

/** Octets that `options` take, without the padding to a multiple of four. */
export function optionsLength(options: readonly TcpOption[]): number {
  let length = 0;
  for (const option of options) length += optionLength(option);
  return length;
}

/** Writes the options as one group; nothing when there are none. Their length must be a multiple of four: pad with `nop` or `end`. */
export function writeTcpOptions(writer: ByteWriter, options: readonly TcpOption[]): void {
  if (options.length === 0) return;
  writer.begin(OPTIONS);
  for (const option of options) writeOption(writer, option);
  writer.end();
}

/** Reads the options in the next `length` octets. One that runs over the end is taken as far as it goes. */
export function readTcpOptions(reader: ByteReader, length: number): TcpOption[] {
  if (length <= 0) return [];
  const options: TcpOption[] = [];
  const end = reader.at + length;
  reader.begin(OPTIONS);
  while (reader.at < end) options.push(readOption(reader, end));
  reader.end();
  return options;
}

function optionLength(option: TcpOption): number {
  switch (option.kind) {
    case 'end':
    case 'nop':
      return 1;
    case 'mss':
      return 4;
    case 'window-scale':
      return 3;
    case 'sack-permitted':
      return 2;
    case 'sack':
      return 2 + 8 * option.blocks.length;
    case 'timestamps':
      return 10;
    case 'other':
      return 2 + option.data.length;
  }
}

function writeOption(writer: ByteWriter, option: TcpOption): void {
  switch (option.kind) {
    case 'end':
      writeUint8(writer, END_OPTION, END);
      return;
    case 'nop':
      writeUint8(writer, NOP_OPTION, NOP);
      return;
    case 'mss':
      writeHead(writer, MSS_OPTION, MSS, 4);
      writer.begin(MSS_VALUE);
      writer.uint16(option.octets);
      writer.end();
      break;
    case 'window-scale':
      writeHead(writer, WINDOW_SCALE_OPTION, WINDOW_SCALE, 3);
      writeUint8(writer, SHIFT_COUNT, option.shift);
      break;
    case 'sack-permitted':
      writeHead(writer, SACK_PERMITTED_OPTION, SACK_PERMITTED, 2);
      break;
    case 'sack':
      writeHead(writer, SACK_OPTION, SACK, optionLength(option));
      for (const { left, right } of option.blocks) {
        writeUint32(writer, LEFT_EDGE, left);
        writeUint32(writer, RIGHT_EDGE, right);
      }
      break;
    case 'timestamps':
      writeHead(writer, TIMESTAMPS_OPTION, TIMESTAMPS, 10);
      writeUint32(writer, TS_VALUE, option.value);
      writeUint32(writer, TS_ECHO_REPLY, option.echoReply);
      break;
    case 'other':
      writeHead(writer, OTHER_OPTION, option.number, 2 + option.data.length);
      writeData(writer, option.data);
      break;
  }
  writer.end();
}

function readOption(reader: ByteReader, end: number): TcpOption {
  const number = reader.bytes[reader.at];
  if (number === END || number === NOP) {
    readUint8(reader, number === END ? END_OPTION : NOP_OPTION);
    return number === END ? { kind: 'end' } : { kind: 'nop' };
  }
  const available = end - reader.at;
  const length = available > 1 ? Math.min(available, Math.max(2, reader.bytes[reader.at + 1])) : 1;
  reader.begin(groupOf(number, length));
  readUint8(reader, KIND);
  if (length > 1) readUint8(reader, LENGTH);
  const option = readContent(reader, number, length);
  reader.end();
  return option;
}

function readContent(reader: ByteReader, number: number, length: number): TcpOption {
  switch (groupOf(number, length)) {
    case MSS_OPTION: {
      reader.begin(MSS_VALUE);
      const octets = reader.uint16();
      reader.end();
      return { kind: 'mss', octets };
    }
    case WINDOW_SCALE_OPTION:
      return { kind: 'window-scale', shift: readUint8(reader, SHIFT_COUNT) };
    case SACK_PERMITTED_OPTION:
      return { kind: 'sack-permitted' };
    case SACK_OPTION: {
      const blocks: SackBlock[] = [];
      for (let i = 2; i < length; i += 8)
        blocks.push({ left: readUint32(reader, LEFT_EDGE), right: readUint32(reader, RIGHT_EDGE) });
      return { kind: 'sack', blocks };
    }
    case TIMESTAMPS_OPTION:
      return {
        kind: 'timestamps',
        value: readUint32(reader, TS_VALUE),
        echoReply: readUint32(reader, TS_ECHO_REPLY),
      };
    default:
      return { kind: 'other', number, data: readData(reader, Math.max(0, length - 2)) };
  }
}

/** The group for an option, by its kind and provided that it has the length which its kind prescribes. */
function groupOf(number: number, length: number): FieldKindId {
  if (number === MSS && length === 4) return MSS_OPTION;
  if (number === WINDOW_SCALE && length === 3) return WINDOW_SCALE_OPTION;
  if (number === SACK_PERMITTED && length === 2) return SACK_PERMITTED_OPTION;
  if (number === SACK && length > 2 && length % 8 === 2) return SACK_OPTION;
  if (number === TIMESTAMPS && length === 10) return TIMESTAMPS_OPTION;
  return OTHER_OPTION;
}

function writeHead(writer: ByteWriter, group: FieldKindId, number: number, length: number): void {
  writer.begin(group);
  writeUint8(writer, KIND, number);
  writeUint8(writer, LENGTH, length);
}

function writeUint8(writer: ByteWriter, kind: FieldKindId, value: number): void {
  writer.begin(kind);
  writer.uint8(value);
  writer.end();
}

function writeUint32(writer: ByteWriter, kind: FieldKindId, value: number): void {
  writer.begin(kind);
  writer.uint32(value);
  writer.end();
}

function writeData(writer: ByteWriter, data: Uint8Array): void {
  if (data.length === 0) return;
  writer.begin(OPTION_DATA);
  writer.bytes(data);
  writer.end();
}

function readUint8(reader: ByteReader, kind: FieldKindId): number {
  reader.begin(kind);
  const value = reader.uint8();
  reader.end();
  return value;
}

function readUint32(reader: ByteReader, kind: FieldKindId): number {
  reader.begin(kind);
  const value = reader.uint32();
  reader.end();
  return value;
}

function readData(reader: ByteReader, length: number): Uint8Array {
  if (length === 0) return new Uint8Array(0);
  reader.begin(OPTION_DATA);
  const data = reader.take(length);
  reader.end();
  return data;
}

function field(name: string, role: FieldRole, spec: string, reads: 'hex' | 'uint') {
  return defineFieldKind({ format: 'tcp', name, role, spec, reads });
}
