// What one end of a connection knew, from change to change: the columns of trace/flows.ts for one direction.
import { type FlowSample, flowCount, flowSample } from '../../trace/flows';
import type { Direction, Trace } from '../../trace/trace';

/** The samples of the end of `connection` that sends in `direction`, in order. None of a recording: nobody can look into its hosts. */
export function samplesOf({ flows }: Trace, connection: number, direction: Direction): readonly FlowSample[] {
  if (!flows) return [];
  const actor = direction === 'c2s' ? 'clientTcp' : 'serverTcp';
  const samples: FlowSample[] = [];
  for (let index = 0; index < flowCount(flows); index++) {
    const sample = flowSample(flows, index);
    if (sample.connection === connection && sample.actor === actor) samples.push(sample);
  }
  return samples;
}

/** The last of `samples` that holds when event `seq` has happened. */
export function sampleAt(samples: readonly FlowSample[], seq: number): FlowSample | undefined {
  return samples[lastIndexAt(samples, sample => sample.event, seq)];
}

/** Index of the last item whose key is not above `limit`, of items in the order of their keys; -1 when there is none. */
export function lastIndexAt<Item>(items: readonly Item[], key: (item: Item) => number, limit: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key(items[middle]) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A stretch in which the sender is in one phase. */
export interface PhaseStretch {
  readonly phase: FlowSample['phase'];
  /** Seqs of the events with which it begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The phases of congestion control one after the other, the last up to event `end`. */
export function phasesOf(samples: readonly FlowSample[], end: number): readonly PhaseStretch[] {
  const changes = samples.filter(({ phase }, index) => phase !== samples[index - 1]?.phase);
  return changes.map(({ phase, event }, index) => ({ phase, from: event, to: changes[index + 1]?.event ?? end }));
}
