// One clock for all lanes: where each stands when the player is at a moment of the run on screen.
import { momentAt, stepEvents } from '../../trace/moment';
import type { Micros, Trace } from '../../trace/trace';

/** The beginning of `exchange`, of each of its steps, and its result: the clock of a call. */
export interface CallClock {
  readonly begin: Micros;
  readonly end: Micros;
  /** When each step began, by its number. */
  readonly steps: ReadonlyMap<number, Micros>;
}

/** The clock of call `exchange` of `trace`. */
export function callClock(trace: Trace, exchange: number): CallClock {
  const steps = new Map<number, Micros>();
  for (const event of stepEvents(trace))
    if (event.exchange === exchange && !steps.has(event.step)) steps.set(event.step, event.at);
  const result = trace.events.find(({ type, exchange: own }) => type === 'result' && own === exchange);
  const begin = steps.get(1) ?? 0;
  return { begin, end: result?.at ?? trace.duration, steps };
}

/**
 * How far a lane's call has come when the run on screen is at event `seq`, in microseconds since the lane's own step 1; undefined before the
 * first step. On the scale `clock` the same time has passed in every lane; on the scale `story` every lane is in the same step.
 */
export function laneTime(
  shown: Trace,
  seq: number,
  lane: CallClock,
  scale: 'story' | 'clock',
): { readonly at: Micros; readonly step: number } | undefined {
  const { step, at, exchange } = momentAt(shown, seq);
  if (step === undefined) return undefined;
  const length = lane.end - lane.begin;
  if (scale === 'clock') {
    const passed = Math.min(length, at - callClock(shown, exchange).begin);
    return { at: passed, step: stepAt(lane, lane.begin + passed) };
  }
  // A step that the lane does not have, it has passed with the one before it.
  const begun = [...lane.steps].filter(([number]) => number <= step).map(([, time]) => time);
  return { at: Math.max(lane.begin, ...begun) - lane.begin, step };
}

function stepAt({ steps }: CallClock, at: Micros): number {
  const begun = [...steps].filter(([, time]) => time <= at).map(([number]) => number);
  return Math.max(1, ...begun);
}
