// One end of an HTTP/2 connection as gRPC's libraries keep it: what it reads, and what it answers of its own accord. RFC 9113 §6.5 to §6.9.
import { type Problem, ProblemError } from '../../problem/problem';
import type { Pdu } from '../../wire/bytes/pdu';
import type { HeaderField } from '../../wire/hpack/header-field';
import type { EncodingPolicy } from '../../wire/hpack/write-header-block';
import { ERROR_CODES, errorOf } from '../../wire/http2/error-code';
import { ACK, type Frame } from '../../wire/http2/frame';
import {
  GRPC_ALLOW_TRUE_BINARY_METADATA,
  INITIAL_MAX_FRAME_SIZE,
  SETTINGS_INITIAL_WINDOW_SIZE,
  SETTINGS_MAX_FRAME_SIZE,
  type Setting,
} from '../../wire/http2/settings';
import type { Outgoing } from '../protocol';
import type { Block } from './compressed-block';
import type { Flavour } from './flavour';
import type { ShapeOf } from './length-prefixed';
import { control, named } from './outgoing';
import { prefacePdu } from './preface';
import { ReceiveWindows } from './receive-windows';
import { Sender } from './sender';
import { type HalfStream, StreamReader, type Unit } from './stream-reader';

/** What an end has read: a unit, and what it writes back at once. Without a unit only the latter. */
export interface Taken {
  readonly unit?: Unit;
  readonly answers: readonly Outgoing[];
}

export class Endpoint {
  /** Whether the other side's SETTINGS have come. */
  isReady = false;
  readonly sender: Sender;
  private readonly reader: StreamReader;
  private readonly received: ReceiveWindows;
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
    this.sender = new Sender(flavour);
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

  /** What is to be compressed as a header block. */
  block(fields: readonly HeaderField[], policy: EncodingPolicy = this.flavour.policy(this.takesBinary)): Block {
    return { fields, policy };
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
        this.attempt(() => this.sender.widen(frame.streamId, frame.increment));
        return [];
      case 'HEADERS':
        this.lastStreamId = Math.max(this.lastStreamId, frame.streamId);
        return [];
      case 'DATA':
        return this.received.after(frame);
      case 'RST_STREAM':
        this.sender.reset(frame.streamId);
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
    const maxFrameSize = settingIn(settings, SETTINGS_MAX_FRAME_SIZE);
    const initialWindow = settingIn(settings, SETTINGS_INITIAL_WINDOW_SIZE);
    this.attempt(() => this.sender.heed(maxFrameSize, initialWindow));
  }

  /** A window beyond the largest is a fault of the other side. §6.9.1. */
  private attempt(change: () => void): void {
    try {
      change();
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
