// How the calls of an exchange end: as the reply tells that the server writes, and as the client reads it, which may be two things.
import type { Outcome } from '../idl/value';
import type { StepNumber } from '../protocols/protocol';
import { octetsRead } from './octets-read';
import type { Trace, TraceEvent } from './trace';

/** What outcomes are asked about. */
interface Asked {
  readonly exchange: number;
  readonly attempt: number;
  /** Absent: before the first. */
  readonly step: StepNumber | undefined;
}

/** The outcomes that the step is about, one for each call that wants one: up to step 8 those on the server, from step 9 on the client's. */
export function outcomesAt(trace: Trace, { exchange, attempt, step = 1 }: Asked): readonly Outcome[] {
  if (trace.exchanges[exchange].calls.every(({ oneway }) => oneway)) return [];
  const own = trace.events.filter(event => event.exchange === exchange);
  const result = own.find(event => event.type === 'result');
  const told = result?.type === 'result' ? result.outcomes : undefined;
  if (told && (step >= 9 || isReadAsWritten(trace, own, attempt))) return told;
  const served = completed(own.filter(event => isOf(event, exchange, attempt)));
  if (served.length > 0) return served;
  // Another attempt has been executed, and this one is answered by what is known; or nothing has been.
  const before = completed(own);
  return before.length > 0 ? before : (told ?? []);
}

/** Whether the event belongs to this attempt at this exchange. */
export function isOf(event: TraceEvent, exchange: number, attempt: number): boolean {
  return event.exchange === exchange && (event.attempt ?? 0) === attempt;
}

function isReadAsWritten(trace: Trace, own: readonly TraceEvent[], attempt: number): boolean {
  return own.some(
    event =>
      event.type === 'decoded' &&
      !event.problem &&
      (event.attempt ?? 0) === attempt &&
      trace.messages[event.message].direction === 's2c' &&
      !octetsRead(trace, event.message),
  );
}

function completed(events: readonly TraceEvent[]): readonly Outcome[] {
  return events.flatMap(event => (event.type === 'completed' ? [event.outcome] : []));
}
