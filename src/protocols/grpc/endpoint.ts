// One end of an HTTP/2 connection as gRPC's libraries keep it: its HPACK table, its windows, its acknowledgments. RFC 9113 §5.2, §6.5 to §6.9.
import { type Problem, ProblemError } from '../../problem/problem';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Pdu } from '../../wire/bytes/pdu';
import { type DynamicTable, EMPTY_TABLE } from '../../wire/hpack/dynamic-table';
import type { HeaderField } from '../../wire/hpack/header-field';
import { type EncodingPolicy, writeHeaderBlock } from '../../wire/hpack/write-header-block';
import { ERROR_CODES, errorOf } from '../../wire/http2/error-code';
import {
  afterClose,
  afterData,
  afterInitialWindowSize,
  afterWindowUpdate,
  INITIAL_WINDOWS,
  sendable,
} from '../../wire/http2/flow-control';
import { ACK, type Frame } from '../../wire/http2/frame';
import {
  GRPC_ALLOW_TRUE_BINARY_METADATA,
  INITIAL_MAX_FRAME_SIZE,
  SETTINGS_INITIAL_WINDOW_SIZE,
  SETTINGS_MAX_FRAME_SIZE,
  type Setting,
} from '../../wire/http2/settings';
import type { Outgoing } from '../protocol';
import type { Flavour } from './flavour';
import type { ShapeOf } from './length-prefixed';
import { control, type Framed, framed, named, type StreamParts } from './outgoing';
import { prefacePdu } from './preface';
import { ReceiveWindows } from './receive-windows';
import { type HalfStream, StreamReader, type Unit } from './stream-reader';

/** What an end has read: a unit, and what it writes back at once. Without a unit only the latter. */
export interface Taken {
  readonly unit?: Unit;
  readonly answers: readonly Outgoing[];
}

export class Endpoint {
  /** Whether the other side's SETTINGS have come. */
  isReady = false;
  private readonly reader: StreamReader;
  private readonly received: ReceiveWindows;
  private readonly framedBy = new Map<Outgoing, { streamId: number; framed: Framed; begun: boolean }>();
  /** Streams that one of the sides has given up, and messages of which nothing goes out. */
  private readonly resetStreams = new Set<number>();
  private readonly withdrawn = new WeakSet<Outgoing>();
  private table = EMPTY_TABLE;
  private windows = INITIAL_WINDOWS;
  private maxFrameSize = INITIAL_MAX_FRAME_SIZE;
  private lastStreamId = 0;
  private fault: Problem | undefined;
  private hasSaidGoodbye = false;

  constructor(
    private readonly role: 'client' | 'server',
    private readonly flavour: Flavour,
    shapesOf: (stream: HalfStream) => ShapeOf,
    /** Whether the other side takes binary metadata as they are. Its SETTINGS say so. */
    public takesBinary = false,
  ) {
    const own = flavour.settings[role];
    this.reader = new StreamReader(
      role === 'client' ? 'server' : 'client',
      shapesOf,
      settingIn(own, SETTINGS_MAX_FRAME_SIZE) ?? INITIAL_MAX_FRAME_SIZE,
    );
    this.received = new ReceiveWindows(settingIn(own, SETTINGS_INITIAL_WINDOW_SIZE), flavour.windowIncrement);
  }

  /** The client's preface, this end's SETTINGS, and a larger window for the connection. §3.4. */
  opening(): Outgoing {
    const { role, flavour } = this;
    const settings = named({ type: 'SETTINGS', streamId: 0, flags: 0, settings: flavour.settings[role] });
    const frames = role === 'client' ? [{ name: 'preface', pdu: prefacePdu() }, settings] : [settings];
    const increment = flavour.windowIncrement;
    if (increment > 0) frames.push(named({ type: 'WINDOW_UPDATE', streamId: 0, flags: 0, increment }));
    return control(...frames);
  }

  /** A header block, compressed with what this end has sent before: blocks must be written in the order in which they are sent. */
  block(fields: readonly HeaderField[], policy: EncodingPolicy = this.flavour.policy(this.takesBinary)): ByteWriter {
    const writer = new ByteWriter();
    this.table = writeHeaderBlock(writer, fields, this.table, policy);
    return writer;
  }

  /** A request or a reply. */
  outgoing(parts: StreamParts): Outgoing {
    const { streamId } = parts;
    const { writesApart, largestFrame } = this.flavour;
    const maxFrameSize = Math.min(this.maxFrameSize, largestFrame);
    const result = framed(parts, { maxFrameSize, window: sendable(this.windows, streamId), writesApart });
    this.framedBy.set(result.outgoing, { streamId, framed: result, begun: false });
    return result.outgoing;
  }

  /** Whether the windows have room for the DATA of this write. If so it is taken for written. */
  mayWrite(outgoing: Outgoing, write: number): boolean {
    const found = this.framedBy.get(outgoing);
    if (!found) return true;
    const { streamId, framed } = found;
    const { data } = framed.credits[write];
    if (data > 0) {
      if (sendable(this.windows, streamId) < data) return false;
      this.windows = afterData(this.windows, streamId, data);
    }
    found.begun = true;
    return true;
  }

  /** Whether the rest of `outgoing` is not to be written. Its beginning is in any case: its header block has changed the table. */
  isAbandoned(outgoing: Outgoing): boolean {
    const found = this.framedBy.get(outgoing);
    return this.withdrawn.has(outgoing) || (found?.begun === true && this.resetStreams.has(found.streamId));
  }

  isReset(streamId: number): boolean {
    return this.resetStreams.has(streamId);
  }

  /** The dynamic table as it is now: what {@link Endpoint.giveUp} may go back to. */
  get presentTable(): DynamicTable {
    return this.table;
  }

  /**
   * Gives up the stream of `outgoing`, the last message that was framed. Of a message that has not begun nothing is said: it is withdrawn,
   * and `tableBefore` it is the table again. §5.4.2.
   */
  giveUp(outgoing: Outgoing, tableBefore: DynamicTable): Outgoing | undefined {
    const found = this.framedBy.get(outgoing);
    if (!found?.begun) {
      this.withdrawn.add(outgoing);
      this.table = tableBefore;
      return undefined;
    }
    const { streamId } = found;
    this.resetStreams.add(streamId);
    return control(named({ type: 'RST_STREAM', streamId, flags: 0, errorCode: ERROR_CODES.CANCEL }));
  }

  /** Nothing more is sent on the stream. */
  close(streamId: number): void {
    this.windows = afterClose(this.windows, streamId);
    for (const [outgoing, { streamId: id }] of this.framedBy) if (id === streamId) this.framedBy.delete(outgoing);
  }

  /** Takes octets from the other side. */
  push(octets: Uint8Array): Taken[] {
    let answers: Outgoing[] = [];
    const taken: Taken[] = [];
    const units = this.reader.push(octets, frame => answers.push(...this.answersTo(frame)));
    for (const unit of units) {
      if (unit.kind === 'broken') this.fault = unit.problem;
      taken.push({ unit, answers });
      answers = [];
    }
    if (answers.length > 0) taken.push({ answers });
    return taken;
  }

  end(): Taken[] {
    return this.reader.end().map(unit => ({ unit, answers: [] }));
  }

  /** What is said before the connection is closed: with the fault, if one was found. §6.8. */
  farewell(): Outgoing[] {
    if (this.fault) return [this.goaway(ERROR_CODES[errorOf(this.fault)])];
    return this.role === 'client' ? this.goodbye() : [];
  }

  private answersTo(frame: Frame): Outgoing[] {
    const isAck = (frame.flags & ACK) !== 0;
    switch (frame.type) {
      case 'SETTINGS':
        if (isAck) return [];
        this.heed(frame.settings);
        return [control(named({ type: 'SETTINGS', streamId: 0, flags: ACK, settings: [] }))];
      case 'PING':
        return isAck ? [] : [control(named({ ...frame, flags: ACK }))];
      case 'WINDOW_UPDATE':
        this.widen(() => afterWindowUpdate(this.windows, frame.streamId, frame.increment));
        return [];
      case 'HEADERS':
        this.lastStreamId = Math.max(this.lastStreamId, frame.streamId);
        return [];
      case 'DATA':
        return this.received.after(frame);
      case 'RST_STREAM':
        this.resetStreams.add(frame.streamId);
        return [];
      case 'GOAWAY':
        return this.role === 'server' ? this.goodbye() : [];
      default:
        return [];
    }
  }

  private heed(settings: readonly Setting[]): void {
    this.isReady = true;
    this.takesBinary = settingIn(settings, GRPC_ALLOW_TRUE_BINARY_METADATA) === 1;
    this.maxFrameSize = settingIn(settings, SETTINGS_MAX_FRAME_SIZE) ?? this.maxFrameSize;
    const initial = settingIn(settings, SETTINGS_INITIAL_WINDOW_SIZE);
    if (initial !== undefined) this.widen(() => afterInitialWindowSize(this.windows, initial));
  }

  /** A window beyond the largest is a fault of the other side. §6.9.1. */
  private widen(change: () => typeof this.windows): void {
    try {
      this.windows = change();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.fault = error.problem;
    }
  }

  /** grpc-js says it twice: when it stops making calls, and when the session ends. */
  private goodbye(): Outgoing[] {
    if (!this.flavour.saysGoodbye || this.hasSaidGoodbye) return [];
    this.hasSaidGoodbye = true;
    return [this.goaway(ERROR_CODES.NO_ERROR), this.goaway(ERROR_CODES.NO_ERROR)];
  }

  private goaway(errorCode: number): Outgoing {
    const lastStreamId = this.role === 'client' ? 0 : this.lastStreamId;
    return control(
      named({ type: 'GOAWAY', streamId: 0, flags: 0, lastStreamId, errorCode, debugData: new Uint8Array() }),
    );
  }
}

function settingIn(settings: readonly Setting[], wanted: number): number | undefined {
  return settings.findLast(([identifier]) => identifier === wanted)?.[1];
}

/** An empty PDU for answers to octets that are not complete: they will be counted as read with what they belong to. */
export const NOTHING: Pdu = control().pdu;
