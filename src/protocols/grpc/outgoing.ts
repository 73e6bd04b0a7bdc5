// Requests and replies as frames: HEADERS, DATA, trailers. gRPC over HTTP2; RFC 9113 §8.1.
import type { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Pdu } from '../../wire/bytes/pdu';
import { ERROR_CODES } from '../../wire/http2/error-code';
import { END_STREAM, type Frame } from '../../wire/http2/frame';
import { framePdu, headerFrames } from '../../wire/http2/header-frames';
import type { Outgoing } from '../protocol';
import { groupOf, type NamedPdu, nameOf, spanningPdu } from './frame-group';
import { inflatedPdu } from './inflated';
import type { ShapeOf } from './length-prefixed';

/** What is to be sent on a stream. At least one of the blocks, or a message, ends it. */
export interface StreamParts {
  readonly streamId: number;
  readonly headers: ByteWriter;
  /** Octets that the receive window of the stream grows by, behind the headers; zero for none. */
  readonly streamIncrement: number;
  /** The messages, each behind its prefix. */
  readonly messages: readonly ByteWriter[];
  /** Without them, the last message ends the stream, or the headers where `headersOnly` says so. */
  readonly trailers?: ByteWriter;
  readonly headersOnly?: boolean;
  /** RST_STREAM with this error code follows. */
  readonly resetBy?: number;
  readonly shapeOf: ShapeOf;
  /** What compressed messages are compressed with. */
  readonly encoding?: string;
}

/** What the recipient lets a sender do. */
export interface SendingLimits {
  readonly maxFrameSize: number;
  /** Octets of DATA that may be sent without waiting. */
  readonly window: number;
  /** What a stream's window has at first. The recipient opens it again after half of that, if not before. */
  readonly initialWindow: number;
  /** Whether each message and the trailers are writes of their own. */
  readonly writesApart: boolean;
}

/** A write that flow control has a say in: up to octet `end`, with `data` octets of DATA payload. */
export interface Credit {
  readonly end: number;
  readonly data: number;
}

/** A message of the conversation, and what its writes take of the windows. */
export interface Framed {
  readonly pdu: Pdu;
  readonly credits: readonly Credit[];
}

/** Cuts `parts` into frames and writes. */
export function framed(parts: StreamParts, limits: SendingLimits): Framed {
  return new Framing(parts, limits).run();
}

/** What serves the conversation: frames in one write. */
export function control(...frames: readonly NamedPdu[]): Outgoing {
  const pdu = groupOf(frames);
  return { pdu, writes: [pdu.bytes.length], close: false };
}

/** Gives a stream up. RFC 9113 §5.4.2. */
export function reset(streamId: number): Outgoing {
  return control(named({ type: 'RST_STREAM', streamId, flags: 0, errorCode: ERROR_CODES.CANCEL }));
}

/** `frame` with its name. */
export function named(frame: Frame): NamedPdu {
  return { name: nameOf(frame), pdu: framePdu(frame) };
}

class Framing {
  private readonly frames: NamedPdu[] = [];
  private readonly credits: Credit[] = [];
  private readonly spanning: Uint8Array[] = [];
  private firstSpanning = 0;
  private length = 0;
  /** Octets of DATA in the write that is being put together. */
  private data = 0;
  private window: number;

  constructor(
    private readonly parts: StreamParts,
    private readonly limits: SendingLimits,
  ) {
    this.window = limits.window;
  }

  run(): Framed {
    const { streamId, headers, headersOnly, streamIncrement, messages, trailers, resetBy } = this.parts;
    this.block(headers, headersOnly ? END_STREAM : 0);
    if (streamIncrement > 0) this.add(named({ type: 'WINDOW_UPDATE', streamId, flags: 0, increment: streamIncrement }));
    messages.forEach((message, index) => {
      if (index > 0 && this.limits.writesApart) this.endWrite();
      this.message(message, index, !trailers && index === messages.length - 1);
    });
    if (messages.length === 0 && !trailers && !headersOnly)
      this.add(named({ type: 'DATA', streamId, flags: END_STREAM, data: new Uint8Array() }));
    if (trailers) {
      if (this.limits.writesApart) this.endWrite();
      this.block(trailers, END_STREAM);
    }
    if (resetBy !== undefined) this.add(named({ type: 'RST_STREAM', streamId, flags: 0, errorCode: resetBy }));
    this.endWrite();
    const { frames, credits, spanning, firstSpanning } = this;
    const { shapeOf, encoding = 'identity' } = this.parts;
    const inflated = () =>
      inflatedPdu(
        messages.map(message => message.finish()),
        0,
        shapeOf,
        encoding,
      );
    const pdu = groupOf(frames, () =>
      spanning.length > 0 ? spanningPdu(spanning, firstSpanning, shapeOf, encoding, inflated) : inflated(),
    );
    return { pdu, credits };
  }

  private block(block: ByteWriter, flags: number): void {
    const { streamId } = this.parts;
    headerFrames({ streamId, flags }, block, this.limits.maxFrameSize).forEach((pdu, index) => {
      this.add({ name: index === 0 ? 'HEADERS' : 'CONTINUATION', pdu });
    });
  }

  /** A message in as few DATA frames as the window and the largest frame allow; what the window has no room for is written later. */
  private message(message: ByteWriter, index: number, isLast: boolean): void {
    const octets = message.finish();
    const { streamId } = this.parts;
    const { maxFrameSize, initialWindow } = this.limits;
    for (let at = 0; at < octets.length; ) {
      if (this.window === 0 && this.data > 0) this.endWrite();
      const room = Math.min(maxFrameSize, this.window > 0 ? this.window : Math.ceil(initialWindow / 2));
      const data = octets.subarray(at, at + room);
      at += data.length;
      const flags = isLast && at === octets.length ? END_STREAM : 0;
      const frame: Frame = { type: 'DATA', streamId, flags, data };
      const isWhole = data.length === octets.length;
      if (!isWhole) this.span(data, index);
      this.add({ name: 'DATA', pdu: framePdu(frame, isWhole ? message : undefined) });
      this.data += data.length;
      this.window = Math.max(0, this.window - data.length);
    }
  }

  private span(data: Uint8Array, index: number): void {
    if (this.spanning.length === 0) this.firstSpanning = index;
    this.spanning.push(data);
  }

  private add(frame: NamedPdu): void {
    this.frames.push(frame);
    this.length += frame.pdu.bytes.length;
  }

  private endWrite(): void {
    const last = this.credits.at(-1)?.end ?? 0;
    if (this.length > last) this.credits.push({ end: this.length, data: this.data });
    this.data = 0;
  }
}
