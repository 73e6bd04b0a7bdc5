// What is the case at one position of a run. Every view shows a moment; none keeps a state of its own that could drift from it.
import type { StepNumber } from '../protocols/protocol';
import { MachineStates } from './machine-states';
import type { ActorId, Micros, Packet, Trace, TraceEvent } from './trace';

/**
 * A place in a run: the whole part is the `seq` of the last event that has happened, the fraction how far the way to the next event is.
 * It orders events of equal time, which virtual time does not.
 */
export type Position = number;

export interface Moment {
  readonly seq: number;
  readonly event: TraceEvent;
  /** Virtual time, between the last event and the next. */
  readonly at: Micros;
  /** The step under way; undefined before the first. After an exchange it stays 10. */
  readonly step: StepNumber | undefined;
  /** Seq of the event that began it. */
  readonly stepSeq: number | undefined;
  readonly exchange: number;
  /** Which attempt at it, from 0. */
  readonly attempt: number;
  /** Index of the connection in use last; -1 before the first. */
  readonly connection: number;
  /** As it concerns this attempt, and this connection: see machine-states.ts. */
  readonly states: Readonly<Record<ActorId, string>>;
  /** Packets that have left and are neither in nor lost, in the order of leaving. */
  readonly inFlight: readonly Packet[];
  /** The message written or read last, by id. */
  readonly message: number | undefined;
}

/** The moment at `position`, which is clamped to the run. */
export function momentAt(trace: Trace, position: Position): Moment {
  const seq = seqAt(trace, position);
  const states = new MachineStates(trace.initialStates);
  const inFlight = new Map<number, Packet>();
  let step: StepNumber | undefined;
  let stepSeq: number | undefined;
  let exchange = 0;
  let attempt = 0;
  let connection = -1;
  let message: number | undefined;
  for (let i = 0; i <= seq; i++) {
    const event = trace.events[i];
    attempt = attemptAfter(event, exchange, attempt);
    exchange = event.exchange ?? exchange;
    connection = event.connection ?? connection;
    switch (event.type) {
      case 'step':
        step = event.step;
        stepSeq = i;
        break;
      case 'transition':
        states.take(event);
        break;
      case 'encoded':
      case 'decoded':
        message = event.message;
        break;
      case 'sent':
        inFlight.set(event.packet, trace.packets[event.packet]);
        break;
      case 'arrived':
      case 'dropped':
        inFlight.delete(event.packet);
        break;
    }
  }
  return {
    seq,
    event: trace.events[seq],
    at: timeAt(trace, position),
    step,
    stepSeq,
    exchange,
    attempt,
    connection,
    states: states.at({ exchange, attempt, connection: Math.max(0, connection) }),
    inFlight: [...inFlight.values()],
    message,
  };
}

/** Which attempt is under way after `event`, given that of `exchange` before: the client's program has to do with the call, not with attempts at it. */
export function attemptAfter(event: TraceEvent, exchange: number, attempt: number): number {
  if (event.exchange === undefined) return attempt;
  return event.actor === 'client' && event.exchange === exchange ? attempt : (event.attempt ?? 0);
}

/** The last event that has happened at `position`. */
export function seqAt(trace: Trace, position: Position): number {
  return Math.max(0, Math.min(trace.events.length - 1, Math.floor(position)));
}

/** Virtual time at `position`: a straight line from each event to the next. */
export function timeAt(trace: Trace, position: Position): Micros {
  const seq = seqAt(trace, position);
  const from = trace.events[seq].at;
  const next = trace.events[seq + 1];
  const fraction = Math.max(0, Math.min(1, position - seq));
  return next ? from + (next.at - from) * fraction : from;
}

/** Every beginning of a step, in order. Steps recur when there are several calls. */
export function stepEvents(trace: Trace): readonly (TraceEvent & { readonly type: 'step' })[] {
  return trace.events.filter(event => event.type === 'step');
}
