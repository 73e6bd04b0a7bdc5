// Story time: every moment gets the time that a reader needs. Marshalling takes microseconds and a crossing milliseconds, yet both
// want to be seen; what happens at once is told quickly, one thing after the other.
import { endOf, type Journey, journeysOf } from '../trace/journeys';
import type { Position } from '../trace/moment';
import type { Micros, Trace } from '../trace/trace';

/** Milliseconds of watching at normal speed. */
export type WatchMs = number;

/** To read a step's title. */
const STEP_MS = 1000;
/** While a stub writes or reads, or the function runs. */
const WORK_MS = 1400;
const CROSSING_MS = 1100;
/** After something has been written, read, or returned. */
const RESULT_MS = 600;
/** While the result goes from the stub to the client. */
const WALK_MS = 600;
/** A machine waits, and nothing is on its way. */
const WAITING_MS = 700;
/** What happens at the same moment as the next event. */
const BUNDLED_MS = 110;
/** Less than this share of the run is not worth waiting for. */
const NOTICEABLE_SHARE = 0.05;
/** What the packets of one step may take altogether, however many they are. */
const LONGEST_STRETCH_MS = 9000;

/** How long each gap between two events is watched: as long as its {@link movingLengths}, or as there is something to read. */
export function storyLengths(trace: Trace, moving: readonly WatchMs[]): WatchMs[] {
  const lengths = [...moving];
  const dwell = (seq: number, ms: WatchMs) => {
    if (seq < lengths.length) lengths[seq] = Math.max(lengths[seq], ms);
  };
  for (const event of trace.events) {
    const { seq, type } = event;
    if (type === 'step') dwell(restingPlace(trace, seq), STEP_MS);
    if (type === 'encoded' || type === 'decoded' || type === 'completed') {
      if (seq > 0) dwell(seq - 1, WORK_MS);
      dwell(seq, RESULT_MS);
    }
    if (type === 'result' || type === 'dropped' || type === 'discarded') dwell(seq, RESULT_MS);
    if (type === 'step' && event.step === 10) dwell(lastBeforeReturn(trace, seq), WALK_MS);
  }
  return lengths;
}

/**
 * Where to stop for the step that begins with event `seq`: behind the changes of state that belong to its beginning, so that the
 * machines on screen say what the step's title says.
 */
export function restingPlace(trace: Trace, seq: number): Position {
  const { at } = trace.events[seq];
  let rest = seq;
  while (trace.events[rest + 1]?.type === 'transition' && trace.events[rest + 1].at === at) rest++;
  return rest;
}

/** The event after which the stub's result is on its way to the client, who has it when step 10 begins with event `seq`. */
export function lastBeforeReturn(trace: Trace, seq: number): number {
  let first = seq;
  while (trace.events[first - 1]?.type === 'transition' && trace.events[first - 1].actor === 'client') first--;
  return Math.max(0, first - 1);
}

/**
 * For each gap the time to see packets on their way, or a timer waited for; what happens at once follows in quick succession. So long are
 * the gaps in a drawing of the network alone. Every one is longer than nothing.
 */
export function movingLengths(trace: Trace): WatchMs[] {
  return shortenStretches(trace, unhurriedLengths(trace));
}

function unhurriedLengths(trace: Trace): WatchMs[] {
  const flights = new Map<number, number>();
  const ways = journeysOf(trace);
  return trace.events.slice(0, -1).map((event, seq) => {
    const elapsed = trace.events[seq + 1].at - event.at;
    const end = event.type === 'sent' ? endOf(ways[event.packet]) : undefined;
    if (event.type === 'sent' && end !== undefined) flights.set(event.packet, trace.events[end].at - event.at);
    if (event.type === 'arrived' || event.type === 'dropped') flights.delete(event.packet);
    if (flights.size === 0)
      return elapsed > trace.duration * NOTICEABLE_SHARE || endsInTimer(trace, seq) ? WAITING_MS : BUNDLED_MS;
    const shortest = Math.min(...flights.values());
    if (shortest === 0) return CROSSING_MS / gapsOf(flights, ways);
    return Math.max(BUNDLED_MS, shortest > 0 ? Math.min(1, elapsed / shortest) * CROSSING_MS : 0);
  });
}

/** Whether TCP has waited for what does not come: a delayed acknowledgment is too short to be seen. */
function endsInTimer({ events }: Trace, seq: number): boolean {
  const next = events[seq + 1];
  return next.type === 'timer' && next.timer !== 'delayed acknowledgment';
}

/** In how many gaps the packet crosses that leaves and arrives at the same moment, as in a recording. */
function gapsOf(flights: ReadonlyMap<number, Micros>, ways: readonly Journey[]): number {
  const [packet] = [...flights].find(([, duration]) => duration === 0)!;
  return ways[packet].arrived! - ways[packet].sent;
}

/** Makes every stretch between two steps that would take too long as much shorter as is needed. */
function shortenStretches(trace: Trace, lengths: readonly WatchMs[]): WatchMs[] {
  const shortened = [...lengths];
  let from = 0;
  for (let seq = 1; seq <= lengths.length; seq++) {
    if (seq < lengths.length && trace.events[seq].type !== 'step') continue;
    const stretch = lengths.slice(from, seq).reduce((sum, ms) => sum + ms, 0);
    const factor = Math.min(1, LONGEST_STRETCH_MS / stretch);
    for (let i = from; i < seq; i++) shortened[i] *= factor;
    from = seq;
  }
  return shortened;
}
