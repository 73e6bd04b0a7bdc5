// Writes the trace of a run: events with their causes, messages, packets.

import type { ActorId, EventBody, Message, Micros, Packet, TraceEvent } from '../trace/trace';

/** The exchange and the attempt that an event or a message belongs to: see {@link TraceEvent}. */
export interface CallPlace {
  readonly exchange?: number;
  readonly attempt?: number;
}

/** Where an event belongs: see {@link TraceEvent}. */
export interface EventPlace extends CallPlace {
  readonly connection?: number;
}

/** While the run lasts, its record is still written. */
export type Recorded<T> = { -readonly [K in keyof T]: T[K] };

export class Recorder {
  readonly events: TraceEvent[] = [];
  readonly messages: Recorded<Message>[] = [];
  readonly packets: Recorded<Packet>[] = [];
  readonly flows: number[] = [];
  /** Seq of the event that what happens now is due to. Whoever schedules something for later keeps it: see {@link Recorder.because}. */
  cause: number | undefined;
  /** Whether a packet has come in other than it was sent. */
  hasDamage = false;

  constructor(
    private readonly now: () => Micros,
    private readonly callEnded?: () => void,
  ) {}

  /** Records an event, due to the present cause, and returns its seq. */
  record(actor: ActorId, place: EventPlace, body: EventBody): number {
    const seq = this.events.length;
    const event: Recorded<TraceEvent> = { seq, at: this.now(), actor, ...body };
    if (this.cause !== undefined) event.cause = this.cause;
    if (place.exchange !== undefined) event.exchange = place.exchange;
    if (place.attempt !== undefined) event.attempt = place.attempt;
    if (place.connection !== undefined) event.connection = place.connection;
    this.events.push(event as TraceEvent);
    if (body.type === 'result') this.callEnded?.();
    return seq;
  }

  /** Does `action` with `cause` as the cause of every event that it brings about. */
  because<T>(cause: number | undefined, action: () => T): T {
    const outer = this.cause;
    this.cause = cause;
    try {
      return action();
    } finally {
      this.cause = outer;
    }
  }

  addMessage(message: Omit<Message, 'id'>): Recorded<Message> {
    const complete = { id: this.messages.length, ...message };
    this.messages.push(complete);
    return complete;
  }

  /** Whose message it is. */
  placeOf(message: number): CallPlace {
    const { exchange, attempt } = this.messages[message];
    return { exchange, ...(attempt !== undefined && { attempt }) };
  }

  addPacket(packet: Omit<Packet, 'id' | 'arrivedAt'>): Packet {
    const complete = { id: this.packets.length, ...packet };
    this.packets.push(complete);
    return complete;
  }

  /** The packet comes in now, as `frame`. */
  packetArrived(actor: ActorId, place: EventPlace, { id, bytes }: Packet, frame: Uint8Array): number {
    this.packets[id].arrivedAt = this.now();
    if (frame !== bytes) {
      this.packets[id].arrivedBytes = frame;
      this.hasDamage = true;
    }
    return this.record(actor, place, { type: 'arrived', packet: id });
  }
}
