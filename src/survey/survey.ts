// What a run of many calls comes to: for each call when it began and ended, how, and how often it was attempted and executed.
// Columns of numbers, so that a survey of a thousand calls crosses from a worker to the page without being copied.
import type { Outcome } from '../idl/value';
import type { Micros, Trace, TraceEvent } from '../trace/trace';

/** How a call ends for the client. The order is that of the drawing, from the base up. */
export const ENDINGS = ['result', 'error', 'timed out', 'failed', 'cancelled', 'waiting'] as const;

/**
 * `result`: it has what it asked for. `error`: the service or its stub says no. `timed out`: nobody waits any longer. `failed`: the
 * connection or the reply was of no use. `cancelled`: by the client's program. `waiting`: it has no end.
 */
export type Ending = (typeof ENDINGS)[number];

/** All calls of a run, in the order of the scenario. Row `i` of each column is about call `i`. */
export interface Survey {
  readonly count: number;
  /** When the client's program makes the call; NaN when it never does. */
  readonly start: Float64Array<ArrayBuffer>;
  /** When it has the result; NaN while it has none. */
  readonly end: Float64Array<ArrayBuffer>;
  /** Index in {@link ENDINGS}. */
  readonly ending: Uint8Array<ArrayBuffer>;
  readonly attempts: Uint16Array<ArrayBuffer>;
  /** How often the server executed it to the end, all calls of a batch. */
  readonly executions: Uint16Array<ArrayBuffer>;
  /** Index in {@link Survey.methods}. */
  readonly method: Uint16Array<ArrayBuffer>;
  /** Every method that is called, once; a batch has the method of its first call. */
  readonly methods: readonly string[];
  /** Virtual time of the run's last event. */
  readonly duration: Micros;
  readonly packets: number;
  readonly events: number;
}

/** Surveys the run in one pass. */
export function surveyOf(trace: Trace): Survey {
  const { exchanges, events, packets, duration } = trace;
  const count = exchanges.length;
  const methods = [...new Set(exchanges.map(methodOf))];
  const survey: Survey = {
    count,
    start: new Float64Array(count).fill(Number.NaN),
    end: new Float64Array(count).fill(Number.NaN),
    ending: new Uint8Array(count).fill(ENDINGS.indexOf('waiting')),
    attempts: new Uint16Array(count),
    executions: new Uint16Array(count),
    method: Uint16Array.from(exchanges, exchange => methods.indexOf(methodOf(exchange))),
    methods,
    duration,
    packets: packets.length,
    events: events.length,
  };
  const progress = exchanges.map((): Progress => ({ isAnswered: false, lost: undefined }));
  for (const event of events) {
    const { exchange } = event;
    if (exchange !== undefined && exchange < count) note(survey, progress[exchange], exchange, event, trace);
  }
  for (const [call, { calls }] of exchanges.entries())
    survey.executions[call] = Math.floor(survey.executions[call] / calls.length);
  return survey;
}

/** What is known of a call before it ends. */
interface Progress {
  /** A reply has been read that makes sense. */
  isAnswered: boolean;
  /** Why the last attempt failed, or the whole call. */
  lost: Ending | undefined;
}

function note(survey: Survey, progress: Progress, call: number, event: TraceEvent, { messages }: Trace): void {
  switch (event.type) {
    case 'step':
      if (event.step === 1 && Number.isNaN(survey.start[call])) survey.start[call] = event.at;
      break;
    case 'encoded':
      if (messages[event.message].direction === 'c2s') survey.attempts[call]++;
      break;
    case 'decoded':
      if (messages[event.message].direction === 's2c' && !event.problem) progress.isAnswered = true;
      break;
    case 'completed':
      survey.executions[call]++;
      break;
    case 'timer':
      if (event.timer === 'deadline') progress.lost = 'timed out';
      if (event.timer === 'cancelled') progress.lost = 'cancelled';
      break;
    case 'attempt failed':
      progress.lost = event.why === 'timed out' ? 'timed out' : 'failed';
      break;
    case 'result':
      survey.end[call] = event.at;
      survey.ending[call] = ENDINGS.indexOf(endingOf(event.outcomes, progress));
      break;
  }
}

function endingOf(outcomes: readonly Outcome[], { isAnswered, lost }: Progress): Ending {
  if (outcomes.every(({ kind }) => kind === 'returned')) return 'result';
  return isAnswered ? 'error' : (lost ?? 'failed');
}

function methodOf({ calls }: Trace['exchanges'][number]): string {
  return calls[0].method;
}

/** How long the call took, in microseconds; NaN when it has not ended. */
export function latencyOf({ start, end }: Survey, call: number): Micros {
  return end[call] - start[call];
}

/** The memory of all columns, for handing them over instead of copying them. */
export function memoryOf(survey: Survey): ArrayBuffer[] {
  const { start, end, ending, attempts, executions, method } = survey;
  return [start, end, ending, attempts, executions, method].map(({ buffer }) => buffer);
}
