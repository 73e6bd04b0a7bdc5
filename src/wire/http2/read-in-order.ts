// Reads a frame as the next one of its direction: what may follow on what, and the field blocks, which go through one HPACK table and may
// extend over several frames. RFC 9113 §3.4, §4.3, §6.10.
import { problem } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { guarded } from '../bytes/guarded';
import { joined } from '../bytes/joined';
import { lazyPdu } from '../bytes/lazy-pdu';
import type { Pdu } from '../bytes/pdu';
import type { DynamicTable } from '../hpack/dynamic-table';
import type { DecodedField } from '../hpack/header-field';
import { HEADER_BLOCK } from '../hpack/kinds';
import { type DecodedBlock, readHeaderBlock } from '../hpack/read-header-block';
import { ACK, END_HEADERS, type Frame, type FrameHeader } from './frame';
import { type ContentReading, readFrame } from './read-frame';

/** Longest field block that is put together, in octets. A bound of ours: CONTINUATION frames may go on without end. */
const LONGEST_BLOCK = 256 * 1024;

/** Where a direction stands between two frames. */
export interface Progress {
  /** No frame has come yet: the first must be SETTINGS. */
  readonly isFirst: boolean;
  readonly table: DynamicTable;
  /** A field block that has not ended: nothing but its CONTINUATION may come. */
  readonly openBlock?: { readonly streamId: number; readonly octets: Uint8Array };
}

/** What the recipient has told the sender, and who reads the data. */
export interface ReadingOptions {
  readonly maxFrameSize: number;
  /** The SETTINGS_HEADER_TABLE_SIZE that the sender has acknowledged. */
  readonly largestTable: number;
  readonly readData?: ContentReading;
}

/** A frame, and the field block that it ends. */
export interface FrameInOrder {
  readonly frame: Frame;
  readonly fields?: readonly DecodedField[];
  readonly after: Progress;
  /** The field block in one piece, if it came in several. Problems in it count their offsets from its beginning. */
  readonly joinedBlock?: Pdu;
}

/** Reads the next frame. Throws `http2.*`, `hpack.*` and `bytes.*` problems. */
export function readInOrder(
  reader: ByteReader,
  before: Progress,
  { maxFrameSize, largestTable, readData }: ReadingOptions,
): FrameInOrder {
  let block: DecodedBlock | undefined;
  const frame = readFrame(reader, maxFrameSize, (content, header) => {
    if (header.type === 'DATA') readData?.(content, header);
    else if (isWholeBlock(header, before)) block = readHeaderBlock(content, before.table, largestTable);
  });
  checkOrder(frame, before);
  const after = { isFirst: false, table: before.table };
  if (!('fragment' in frame)) return { frame, after };
  const octets = blockOctets(before, frame.fragment);
  if (!(frame.flags & END_HEADERS))
    return { frame, after: { ...after, openBlock: { streamId: frame.streamId, octets } } };
  if (before.openBlock) block = readHeaderBlock(new ByteReader(octets, false), before.table, largestTable);
  return {
    frame,
    fields: block?.fields ?? [],
    after: { ...after, table: block?.table ?? before.table },
    joinedBlock: before.openBlock && blockPdu(octets, before.table, largestTable),
  };
}

/** A block that was put together, which is shown apart from its fragments: a frame may end anywhere, in the middle of a field. */
function blockPdu(octets: Uint8Array, table: DynamicTable, largestTable: number): Pdu {
  return lazyPdu('hpack', octets, () => {
    const reader = new ByteReader(octets);
    reader.begin(HEADER_BLOCK);
    guarded(reader, () => readHeaderBlock(reader, table, largestTable));
    reader.end();
    return { annotations: reader.annotations, inner: undefined };
  });
}

/** Whether the fragment is a block by itself, which can be read where it stands. */
function isWholeBlock({ type, flags }: FrameHeader, { isFirst, openBlock }: Progress): boolean {
  return (flags & END_HEADERS) !== 0 && type !== 'CONTINUATION' && !openBlock && !isFirst;
}

function checkOrder(frame: Frame, { isFirst, openBlock }: Progress): void {
  const { type, streamId: stream } = frame;
  const error = 'PROTOCOL_ERROR';
  if (isFirst && (type !== 'SETTINGS' || frame.flags & ACK))
    throw problem('http2.no-settings', { type, error }, { offset: 0 });
  if (openBlock && (type !== 'CONTINUATION' || stream !== openBlock.streamId))
    throw problem('http2.expected-continuation', { type, stream: openBlock.streamId, error }, { offset: 0 });
  if (!openBlock && type === 'CONTINUATION')
    throw problem('http2.stray-continuation', { stream, error }, { offset: 0 });
}

function blockOctets({ openBlock }: Progress, fragment: Uint8Array): Uint8Array {
  if (!openBlock) return fragment;
  if (openBlock.octets.length + fragment.length > LONGEST_BLOCK)
    throw problem('http2.block-too-large', { limit: LONGEST_BLOCK, error: 'ENHANCE_YOUR_CALM' }, { offset: 0 });
  return joined(openBlock.octets, fragment);
}
