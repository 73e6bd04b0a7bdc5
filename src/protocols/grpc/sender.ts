// What one end of a connection sends on its streams, in whatever order they go on. A header block is compressed when it is written, because
// the other side reads it with the table that the blocks before it have left; a stream has its number when its HEADERS are written, because
// those numbers ascend. RFC 9113 §4.3, §5.1.1, §5.2.
import { EMPTY_TABLE } from '../../wire/hpack/dynamic-table';
import {
  afterClose,
  afterData,
  afterInitialWindowSize,
  afterWindowUpdate,
  INITIAL_WINDOWS,
  sendable,
} from '../../wire/http2/flow-control';
import { INITIAL_MAX_FRAME_SIZE } from '../../wire/http2/settings';
import type { Outgoing } from '../protocol';
import { type Block, type Compressed, compressed } from './compressed-block';
import type { Flavour } from './flavour';
import { type Framed, framed, type SendingLimits, type StreamParts } from './outgoing';

/** A message that may take another form until it is written: it is made of what is known at first. */
interface Draft extends Outgoing {
  pdu: Outgoing['pdu'];
  writes: readonly number[];
}

/** What is to be sent on a stream: at least one of the blocks, or a message, ends it. */
export interface Sending extends Omit<StreamParts, 'streamId' | 'headers' | 'trailers'> {
  /** Absent: a new stream. */
  readonly streamId?: number;
  readonly headers: Block;
  readonly trailers?: Block;
  /** Called before the first write. */
  begins?(streamId: number): void;
}

interface Sent {
  readonly sending: Sending;
  readonly octets: number;
  streamId: number;
  limits: SendingLimits;
  headers: Compressed;
  trailers: Compressed | undefined;
  framed: Framed;
  begun: boolean;
  /** Nothing of it goes out. */
  withdrawn: boolean;
}

export class Sender {
  private table = EMPTY_TABLE;
  private windows = INITIAL_WINDOWS;
  private maxFrameSize = INITIAL_MAX_FRAME_SIZE;
  private nextStreamId = 1;
  private readonly sent = new WeakMap<Outgoing, Sent>();
  /** Streams that one of the sides has given up. */
  private readonly resetStreams = new Set<number>();

  constructor(private readonly flavour: Flavour) {}

  /** A request or a reply. Its octets are what they would be if it were written now. */
  message(sending: Sending): Outgoing {
    const streamId = sending.streamId ?? this.nextStreamId;
    const octets = sending.messages.reduce((sum, { length }) => sum + length, 0);
    const { headers, trailers } = this.blocks(sending);
    const limits = this.limitsOf(streamId);
    const sent = { sending, octets, streamId, limits, headers, trailers, begun: false, withdrawn: false };
    const whole = { ...sent, framed: framed(partsOf(sent), limits) };
    const draft: Draft = { ...formOf(whole), close: false };
    this.sent.set(draft, whole);
    return draft;
  }

  /** Whether the windows have room for the DATA of this write. If so it is taken for written. */
  mayWrite(outgoing: Outgoing, write: number): boolean {
    const sent = this.sent.get(outgoing);
    if (!sent) return true;
    if (this.renew(sent, write)) Object.assign(outgoing, formOf(sent));
    const { data } = sent.framed.credits[write];
    if (data > 0) {
      if (sendable(this.windows, sent.streamId) < data) return false;
      this.windows = afterData(this.windows, sent.streamId, data);
    }
    if (write === 0) this.begin(sent);
    if (write === sent.framed.credits.length - 1) this.end(sent);
    return true;
  }

  /** Whether what is left of `outgoing` is not to be written. */
  isAbandoned(outgoing: Outgoing): boolean {
    const sent = this.sent.get(outgoing);
    return sent !== undefined && (sent.withdrawn || this.isGivenUp(sent));
  }

  isReset(streamId: number): boolean {
    return this.resetStreams.has(streamId);
  }

  /** Nobody waits any more for what comes on the stream. */
  reset(streamId: number): void {
    this.resetStreams.add(streamId);
  }

  /** Gives up the stream of `outgoing`, and returns its number. A message that has not begun is withdrawn: nobody has seen it. */
  giveUp(outgoing: Outgoing): number | undefined {
    const sent = this.sent.get(outgoing)!;
    if (!sent.begun) {
      sent.withdrawn = true;
      return undefined;
    }
    this.reset(sent.streamId);
    return sent.streamId;
  }

  /** The other side's SETTINGS_MAX_FRAME_SIZE and SETTINGS_INITIAL_WINDOW_SIZE. */
  heed(maxFrameSize: number | undefined, initialWindow: number | undefined): void {
    this.maxFrameSize = maxFrameSize ?? this.maxFrameSize;
    if (initialWindow !== undefined) this.windows = afterInitialWindowSize(this.windows, initialWindow);
  }

  /** A WINDOW_UPDATE has come. */
  widen(streamId: number, increment: number): void {
    this.windows = afterWindowUpdate(this.windows, streamId, increment);
  }

  private isGivenUp({ streamId, sending, begun }: Sent): boolean {
    return (begun || sending.streamId !== undefined) && this.resetStreams.has(streamId);
  }

  private begin(sent: Sent): void {
    sent.begun = true;
    this.table = sent.headers.after;
    if (sent.sending.streamId === undefined) this.nextStreamId = sent.streamId + STEP;
    sent.sending.begins?.(sent.streamId);
  }

  private end({ headers, trailers, streamId }: Sent): void {
    this.table = (trailers ?? headers).after;
    this.windows = afterClose(this.windows, streamId);
  }

  /** Gives what is not written yet the form that it must have now. Returns whether that is another one. */
  private renew(sent: Sent, write: number): boolean {
    if (write === 0) return this.renewAll(sent);
    const isLast = write === sent.framed.credits.length - 1;
    if (!isLast || !sent.trailers || sent.trailers.before === this.table) return false;
    sent.trailers = compressed(sent.sending.trailers as Block, this.table);
    sent.framed = framed(partsOf(sent), sent.limits);
    return true;
  }

  private renewAll(sent: Sent): boolean {
    const streamId = sent.sending.streamId ?? this.nextStreamId;
    const limits = this.limitsOf(streamId);
    const isFresh = sent.headers.before === this.table && sent.streamId === streamId;
    if (isFresh && areAlike(sent.limits, limits, sent.octets)) return false;
    Object.assign(sent, { streamId, limits, ...this.blocks(sent.sending) });
    sent.framed = framed(partsOf(sent), limits);
    return true;
  }

  private blocks({ headers, trailers }: Sending): Pick<Sent, 'headers' | 'trailers'> {
    const first = compressed(headers, this.table);
    return { headers: first, trailers: trailers && compressed(trailers, first.after) };
  }

  private limitsOf(streamId: number): SendingLimits {
    const { writesApart, largestFrame } = this.flavour;
    return {
      maxFrameSize: Math.min(this.maxFrameSize, largestFrame),
      window: sendable(this.windows, streamId),
      initialWindow: this.windows.initial,
      writesApart,
    };
  }
}

/** A client's streams have odd numbers. RFC 9113 §5.1.1. */
const STEP = 2;

/** Whether `octets` of messages are cut alike under both limits: not at all, or by the same figures. */
function areAlike(one: SendingLimits, other: SendingLimits, octets: number): boolean {
  const room = (limits: SendingLimits) => Math.min(limits.window, limits.maxFrameSize);
  if (octets <= room(one) && octets <= room(other)) return true;
  return one.window === other.window && one.maxFrameSize === other.maxFrameSize;
}

function partsOf({
  sending,
  streamId,
  headers,
  trailers,
}: Pick<Sent, 'sending' | 'streamId' | 'headers' | 'trailers'>) {
  return { ...sending, streamId, headers: headers.octets, trailers: trailers?.octets };
}

function formOf({ framed: { pdu, credits } }: Sent): Pick<Outgoing, 'pdu' | 'writes'> {
  return { pdu, writes: credits.map(({ end }) => end) };
}
