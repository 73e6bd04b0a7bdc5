// One direction of a connection, put together to requests or replies and to what only serves the connection. RFC 9113 §5, §8.1.
import type { Problem } from '../../problem/problem';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { joined } from '../../wire/bytes/joined';
import { lazyPdu } from '../../wire/bytes/lazy-pdu';
import type { Pdu } from '../../wire/bytes/pdu';
import { gzip } from '../../wire/gzip/gzip';
import type { DecodedField } from '../../wire/hpack/header-field';
import { END_STREAM, type Frame } from '../../wire/http2/frame';
import { FrameReader, type Received } from '../../wire/http2/frame-reader';
import { readFrame } from '../../wire/http2/read-frame';
import { isCompressed } from './compression';
import { groupOf, type NamedPdu, nameOf, spanningPdu } from './frame-group';
import { inflatedPdu } from './inflated';
import { noteMessages, type ShapeOf, wholeMessages } from './length-prefixed';

/** What has come on a stream so far. */
export interface HalfStream {
  readonly id: number;
  /** The header fields of each block: those of the beginning, and the trailers. */
  readonly blocks: (readonly DecodedField[])[];
  /** The messages, each with its prefix. */
  readonly messages: Uint8Array[];
  /** The error code with which the other side has given the stream up. */
  resetBy?: number;
  /** What its compressed messages are compressed with: grpc-encoding. */
  encoding: string;
}

/** Octets that stand together in the stream. */
export type Unit =
  /** A frame of the connection as a whole, or one of a stream that is not open; the preface with the SETTINGS behind it. */
  | { readonly kind: 'control'; readonly pdu: Pdu; readonly frame?: Frame }
  /** Frames of one stream. `isEnd`: the last that the sender sends on it. */
  | { readonly kind: 'stream'; readonly stream: HalfStream; readonly isEnd: boolean; readonly pdu: Pdu }
  | { readonly kind: 'broken'; readonly problem: Problem; readonly pdu: Pdu };

interface OpenStream extends HalfStream {
  /** The beginning of a message whose rest is still to come. */
  rest: Uint8Array;
  /** HEADERS had END_STREAM: it ends with the header block. */
  ends: boolean;
  /** Data of messages that no single frame holds, and the number of the first of them. */
  spanning: Uint8Array[];
  firstSpanning: number;
  /** Number of the first message that the frames at hand complete. */
  firstOfGroup: number;
}

/** Reads what one end sends. */
export class StreamReader {
  private readonly frames: FrameReader;
  private readonly streams = new Map<number, OpenStream>();
  /** The stream whose frames stand together just now, and those frames. */
  private current: OpenStream | undefined;
  private group: NamedPdu[] = [];
  private preface: Pdu | undefined;

  /** @param shapesOf tells what the messages of a stream are like, as far as that is known. */
  constructor(
    sender: 'client' | 'server',
    private readonly shapesOf: (stream: HalfStream) => ShapeOf,
    maxFrameSize: number,
  ) {
    this.frames = new FrameReader(sender);
    this.frames.maxFrameSize = maxFrameSize;
  }

  /** Takes octets in order. `seen` is called with every frame, whether it completes a unit or not. */
  push(octets: Uint8Array, seen: (frame: Frame) => void = () => {}): Unit[] {
    return this.frames.push(octets).flatMap(received => {
      if (received.kind === 'frame') seen(received.frame);
      return this.unitsOf(received);
    });
  }

  /** The stream of octets has ended. */
  end(): Unit[] {
    const rest = this.frames.end().flatMap(received => this.unitsOf(received));
    return [...this.lonePreface(), ...this.flush(), ...rest];
  }

  private unitsOf(received: Received): Unit[] {
    if (received.kind === 'preface') {
      this.preface = received.pdu;
      return [];
    }
    if (received.kind === 'broken') return [...this.lonePreface(), ...this.flush(), received];
    const { frame, fields, pdu } = received;
    const stream = this.streamOf(frame);
    if (!stream) return [...this.flush(), { kind: 'control', pdu: this.controlPdu(frame, pdu), frame }];
    const before = stream === this.current ? [] : this.flush();
    this.current = stream;
    this.group.push({ name: frame.type, pdu: frame.type === 'DATA' ? this.data(stream, frame.data, pdu) : pdu });
    if (fields) {
      stream.blocks.push(fields);
      stream.encoding = fields.find(({ name }) => name === 'grpc-encoding')?.value ?? stream.encoding;
    }
    if (frame.type === 'RST_STREAM') stream.resetBy = frame.errorCode;
    return [...before, ...(this.isEnd(stream, frame, fields) ? this.flush(true) : [])];
  }

  /** The stream that a frame belongs to; none for what serves the connection, and for a stream that is not open. */
  private streamOf(frame: Frame): OpenStream | undefined {
    const { streamId, type } = frame;
    if (streamId === 0) return undefined;
    const open = this.streams.get(streamId);
    if (open || (type !== 'HEADERS' && type !== 'DATA')) return open;
    const stream = {
      id: streamId,
      blocks: [],
      messages: [],
      encoding: 'identity',
      rest: new Uint8Array(),
      ends: false,
      spanning: [],
      firstSpanning: 0,
      firstOfGroup: 0,
    };
    this.streams.set(streamId, stream);
    return stream;
  }

  private isEnd(stream: OpenStream, { type, flags }: Frame, fields: readonly DecodedField[] | undefined): boolean {
    if (type === 'DATA') return (flags & END_STREAM) !== 0;
    if (type === 'RST_STREAM') return true;
    if (type === 'HEADERS' && flags & END_STREAM) stream.ends = true;
    return stream.ends && fields !== undefined;
  }

  /** Takes the data of a frame. Messages that it holds as a whole have their fields in it. */
  private data(stream: OpenStream, data: Uint8Array, pdu: Pdu): Pdu {
    const first = stream.messages.length;
    const isInside = stream.rest.length > 0;
    const octets = joined(stream.rest, data);
    const end = wholeMessages(octets, message => stream.messages.push(message));
    // What inflates must be there when somebody looks.
    if (stream.encoding === 'gzip' && stream.messages.some(isCompressed)) gzip.get();
    stream.rest = octets.slice(end);
    if (data.length === 0) return pdu;
    if (isInside || end < octets.length) {
      if (stream.spanning.length === 0) stream.firstSpanning = first;
      stream.spanning.push(data);
      return pdu;
    }
    return lazyPdu('http2', pdu.bytes, () => {
      const reader = new ByteReader(pdu.bytes);
      readFrame(reader, pdu.bytes.length, content =>
        noteMessages(content, first, this.shapesOf(stream), stream.encoding),
      );
      return { annotations: reader.annotations, inner: undefined };
    });
  }

  /** The preface, when no SETTINGS have come behind it. */
  private lonePreface(): Unit[] {
    const { preface } = this;
    this.preface = undefined;
    return preface ? [{ kind: 'control', pdu: groupOf([{ name: 'preface', pdu: preface }]) }] : [];
  }

  private controlPdu(frame: Frame, pdu: Pdu): Pdu {
    const { preface } = this;
    this.preface = undefined;
    const own = { name: nameOf(frame), pdu };
    return groupOf(preface ? [{ name: 'preface', pdu: preface }, own] : [own]);
  }

  /** What stands together ends here. */
  private flush(isEnd = false): Unit[] {
    const { current: stream, group } = this;
    if (!stream) return [];
    this.current = undefined;
    this.group = [];
    if (isEnd) this.streams.delete(stream.id);
    const { spanning, firstSpanning, rest, encoding } = stream;
    const isWhole = spanning.length > 0 && rest.length === 0;
    if (isWhole) stream.spanning = [];
    const first = isWhole ? firstSpanning : stream.firstOfGroup;
    const messages = stream.messages.slice(first);
    stream.firstOfGroup = stream.messages.length;
    const shapeOf = this.shapesOf(stream);
    const inflated = () => inflatedPdu(messages, first, shapeOf, encoding);
    const content = () => (isWhole ? spanningPdu(spanning, first, shapeOf, encoding, inflated) : inflated());
    return [{ kind: 'stream', stream, isEnd, pdu: groupOf(group, content) }];
  }
}
