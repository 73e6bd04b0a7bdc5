// What two runs part with. The first event that differs need not be it: what happens at the same time may merely come in another order.
import { areEqual, firstDifference, haveSameContent } from './first-difference';
import type { Position } from './moment';
import type { Micros, Trace, TraceEvent } from './trace';

export interface Parting {
  /** Before it, the same has happened in both. */
  readonly seq: number;
  /** When the one thing happens that does not happen in the other run at that time. */
  readonly at: Micros;
  /** That thing. */
  readonly event: TraceEvent;
  /** Whether it happens in the run that is asked about, or in the other one. */
  readonly isHere: boolean;
}

/** Where `trace` parts from `compared`; undefined when the same happens in both. */
export function partingOf(trace: Trace, compared: Trace): Parting | undefined {
  let seq = firstDifference(trace, compared);
  while (seq !== undefined && (seq < trace.events.length || seq < compared.events.length)) {
    const at = timeOf(seq, trace, compared);
    const [here, there] = [eventsAt(trace, seq, at), eventsAt(compared, seq, at)];
    const onlyHere = without(there, here, (other, event) => areAlike(trace, event, compared, other));
    const onlyThere = without(here, there, (event, other) => areAlike(trace, event, compared, other));
    const event = mostTelling([...onlyHere, ...onlyThere]);
    if (event) return { seq, at, event, isHere: onlyHere.includes(event) };
    seq += here.length;
  }
  return undefined;
}

/** The place in `trace` at the time of a parting with `compared` before event `seq`: that event may come later here. */
export function placeOfParting(trace: Trace, compared: Trace, seq: number): Position {
  const [last, next] = [trace.events[seq - 1], trace.events[seq]];
  const at = timeOf(seq, trace, compared);
  if (!last || next?.at === at) return seq;
  return next ? seq - 1 + (at - last.at) / (next.at - last.at) : seq - 1;
}

/** When the earlier one of both runs' events `seq` happens. */
function timeOf(seq: number, ...traces: readonly Trace[]): Micros {
  return Math.min(...traces.map(({ events }) => events[seq]?.at ?? Infinity));
}

/** What happens at `at`, from event `seq` on. */
function eventsAt({ events }: Trace, seq: number, at: Micros): readonly TraceEvent[] {
  let end = seq;
  while (events[end]?.at === at) end++;
  return events.slice(seq, end);
}

/** Those of `events` that are left when each of `taken` takes one that is like it. */
function without(
  taken: readonly TraceEvent[],
  events: readonly TraceEvent[],
  isLike: (one: TraceEvent, event: TraceEvent) => boolean,
): readonly TraceEvent[] {
  const rest = [...taken];
  return events.filter(event => {
    const i = rest.findIndex(one => isLike(one, event));
    if (i >= 0) rest.splice(i, 1);
    return i < 0;
  });
}

/** Whether the same happens, whatever number it has. */
function areAlike(a: Trace, event: TraceEvent, b: Trace, other: TraceEvent): boolean {
  return areEqual(withoutNumbers(event), withoutNumbers(other)) && haveSameContent(a, event, b, other);
}

function withoutNumbers(event: TraceEvent): object {
  return { ...event, seq: 0, cause: 0, packet: 0, message: 0 };
}

/** What befalls the server tells more than what becomes of that, and the link's state only follows from what its packets do. Else the first. */
function mostTelling(events: readonly TraceEvent[]): TraceEvent | undefined {
  return (
    events.find(
      event => event.type === 'transition' && event.actor === 'server' && MISFORTUNES.includes(event.event),
    ) ??
    events.find(({ type, actor }) => type !== 'transition' || actor !== 'link') ??
    events[0]
  );
}

const MISFORTUNES: readonly string[] = ['hang', 'crash', 'power off'];
