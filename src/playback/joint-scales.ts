// Two runs along one line: what happens at the same virtual time stands at the same place. Story time has no fixed rate, and what happens at
// once follows in quick succession; so both runs' moments are laid out together, and each stretch takes as long as the slower telling needs.
import type { Micros, Trace } from '../trace/trace';
import { clockLengths } from './clock';
import { type Scale, scaleFrom } from './scale';
import type { ScaleKind } from './scales';
import { movingLengths } from './story';

export interface JointScales {
  readonly earlier: Scale;
  readonly now: Scale;
}

/** The nth of what happens at one time. */
interface Slot {
  readonly at: Micros;
  readonly nth: number;
}

/** The scales of the ladder for two runs side by side; both have the total of the longer run. */
export function jointScales(earlier: Trace, now: Trace, kind: ScaleKind): JointScales {
  const traces = [earlier, now];
  const slots = slotsOf(traces);
  const places = traces.map(trace => placesIn(slots, trace));
  const lengths =
    kind === 'clock' ? clockLengths(slots, storyTotal(traces)).lengths : jointLengths(slots, traces, places);
  const starts = [0];
  for (const length of lengths) starts.push(starts[starts.length - 1] + length);
  const [left, right] = traces.map((trace, i) => {
    const at = places[i].map(slot => starts[slot]);
    return scaleFrom(
      trace,
      at.slice(1).map((start, seq) => start - at[seq]),
    );
  });
  const total = Math.max(left.total, right.total);
  return { earlier: { ...left, total }, now: { ...right, total } };
}

/** All moments of the runs in order. Of what happens at one time there are as many as in the run that has more. */
function slotsOf(traces: readonly Trace[]): Slot[] {
  const most = new Map<Micros, number>();
  for (const trace of traces) {
    let nth = 0;
    for (const [i, { at }] of trace.events.entries()) {
      nth = i > 0 && trace.events[i - 1].at === at ? nth + 1 : 1;
      most.set(at, Math.max(most.get(at) ?? 0, nth));
    }
  }
  return [...most]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, count]) => Array.from({ length: count }, (_, nth) => ({ at, nth })));
}

/** For each event the index of its slot. */
function placesIn(slots: readonly Slot[], { events }: Trace): number[] {
  let slot = -1;
  return events.map(({ at }) => {
    slot++;
    while (slots[slot].at < at) slot++;
    return slot;
  });
}

/** Each gap between two slots as long as the run wants it that wants it longest: its share of that run's own gap. */
function jointLengths(
  slots: readonly Slot[],
  traces: readonly Trace[],
  places: readonly (readonly number[])[],
): number[] {
  const lengths = slots.slice(1).map(() => 0);
  for (const [i, trace] of traces.entries()) {
    for (const [seq, length] of movingLengths(trace).entries()) {
      const [from, to] = [places[i][seq], places[i][seq + 1]];
      const elapsed = slots[to].at - slots[from].at;
      for (let slot = from; slot < to; slot++) {
        const part = elapsed > 0 ? (slots[slot + 1].at - slots[slot].at) / elapsed : 1 / (to - from);
        lengths[slot] = Math.max(lengths[slot], length * part);
      }
    }
  }
  return lengths;
}

function storyTotal(traces: readonly Trace[]): number {
  return Math.max(...traces.map(trace => movingLengths(trace).reduce((sum, length) => sum + length, 0)));
}
