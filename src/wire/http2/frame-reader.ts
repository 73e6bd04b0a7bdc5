// Takes one direction of an HTTP/2 connection as it comes and hands out whole frames. RFC 9113 §3.4, §4.1.
import { type Problem, ProblemError, problem } from '../../problem/problem';
import { Annotations } from '../bytes/annotations';
import { ByteReader } from '../bytes/byte-reader';
import { guarded } from '../bytes/guarded';
import { joined } from '../bytes/joined';
import { lazyPdu, type Noted } from '../bytes/lazy-pdu';
import { octetText } from '../bytes/octet-text';
import type { Pdu } from '../bytes/pdu';
import { type DynamicTable, EMPTY_TABLE, INITIAL_TABLE_SIZE } from '../hpack/dynamic-table';
import type { DecodedField } from '../hpack/header-field';
import { CLIENT_PREFACE, FRAME_HEADER, type Frame } from './frame';
import { PREFACE } from './kinds';
import type { ContentReading } from './read-frame';
import { type Progress, readInOrder } from './read-in-order';
import { INITIAL_MAX_FRAME_SIZE } from './settings';

/** What a direction brings. Each has its octets with their fields, which are noted when somebody looks. */
export type Received =
  | { readonly kind: 'preface'; readonly pdu: Pdu }
  | {
      readonly kind: 'frame';
      readonly frame: Frame;
      /** The header fields of the block that this frame ends. */
      readonly fields?: readonly DecodedField[];
      /** The decoder's dynamic table after this frame. */
      readonly table: DynamicTable;
      readonly pdu: Pdu;
    }
  /** A fault, with all octets that came since the frame at fault began: the connection is to be closed (see `errorOf`). */
  | { readonly kind: 'broken'; readonly problem: Problem; readonly pdu: Pdu };

/** Reads the frames of one sender from octets pushed in any portions. */
export class FrameReader {
  /** What the recipient has told in its SETTINGS; the sender keeps to it once it has acknowledged them. */
  maxFrameSize = INITIAL_MAX_FRAME_SIZE;
  largestTable = INITIAL_TABLE_SIZE;
  private pending: Uint8Array = new Uint8Array();
  private awaitsPreface: boolean;
  private progress: Progress = { isFirst: true, table: EMPTY_TABLE };
  private fault: Problem | undefined;

  /** @param readData notes the fields of the data of a DATA frame. It is called again when fields are looked at: it must be pure. */
  constructor(
    sender: 'client' | 'server',
    private readonly readData?: ContentReading,
  ) {
    this.awaitsPreface = sender === 'client';
  }

  /** Takes octets in order; returns what they complete. After a fault nothing more is read. */
  push(octets: Uint8Array): Received[] {
    this.pending = joined(this.pending, octets);
    const received: Received[] = [];
    while (!this.fault) {
      const next = this.next();
      if (!next) break;
      received.push(next);
    }
    return received;
  }

  /** The stream ended: what is left is no whole frame. */
  end(): Received[] {
    if (this.pending.length === 0) return [];
    const { length } = this.pending;
    return [this.broken(this.fault ?? problem('http2.incomplete', { octets: length }, { offset: length }).problem)];
  }

  private next(): Received | undefined {
    try {
      return this.awaitsPreface ? this.nextPreface() : this.nextFrame();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return this.broken(error.problem);
    }
  }

  private nextPreface(): Received | undefined {
    const { length } = CLIENT_PREFACE;
    const seen = octetText(this.pending, 0, Math.min(length, this.pending.length));
    if (!CLIENT_PREFACE.startsWith(seen))
      throw problem('http2.bad-preface', { error: 'PROTOCOL_ERROR' }, { offset: 0 });
    if (seen.length < length) return undefined;
    this.awaitsPreface = false;
    const octets = this.take(length);
    return { kind: 'preface', pdu: lazyPdu('http2', octets, () => prefaceFields(octets)) };
  }

  private nextFrame(): Received | undefined {
    const { pending, progress } = this;
    if (pending.length < FRAME_HEADER) return undefined;
    const length = (pending[0] << 16) | (pending[1] << 8) | pending[2];
    // Nobody waits for the octets of a frame that is too large: its header is enough to refuse it.
    if (length <= this.maxFrameSize && pending.length < FRAME_HEADER + length) return undefined;
    const { maxFrameSize, largestTable, readData } = this;
    const options = { maxFrameSize, largestTable, readData };
    const { frame, fields, after, joinedBlock } = readInOrder(new ByteReader(pending, false), progress, options);
    const octets = this.take(FRAME_HEADER + length);
    this.progress = after;
    const annotate = () => {
      const reader = new ByteReader(octets);
      readInOrder(reader, progress, options);
      return { annotations: reader.annotations, inner: joinedBlock };
    };
    return { kind: 'frame', frame, fields, table: after.table, pdu: lazyPdu('http2', octets, annotate) };
  }

  private broken(fault: Problem): Received {
    const isReadable = !this.fault && !this.awaitsPreface;
    this.fault = fault;
    const { progress, maxFrameSize, largestTable, readData } = this;
    const octets = this.take(this.pending.length);
    const annotate = () => {
      const reader = new ByteReader(octets);
      guarded(reader, () => {
        if (isReadable) readInOrder(reader, progress, { maxFrameSize, largestTable, readData });
      });
      return { annotations: reader.annotations, inner: undefined };
    };
    return { kind: 'broken', problem: fault, pdu: lazyPdu('http2', octets, annotate) };
  }

  /** The first `count` octets, in memory of their own. */
  private take(count: number): Uint8Array {
    const taken = this.pending.slice(0, count);
    this.pending = this.pending.subarray(count);
    return taken;
  }
}

function prefaceFields(octets: Uint8Array): Noted {
  const annotations = new Annotations();
  annotations.leaf(PREFACE, 0, octets.length);
  return { annotations, inner: undefined };
}
