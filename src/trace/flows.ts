// How a TCP connection went, as each end knew it: sequence numbers, windows, timeouts, from change to change. For drawings over time;
// beside the events, so that the player does not stop at each. Columns of numbers: a megabyte makes thousands of samples.
import type { Micros } from './trace';

export type FlowPhase = (typeof PHASES)[number];
const PHASES = ['slow start', 'congestion avoidance', 'fast recovery', 'loss'] as const;

/** What one end knew after an event. Sequence numbers count from the initial ones; windows are in octets. */
export interface FlowSample {
  /** Seq of the last event before it. */
  readonly event: number;
  readonly connection: number;
  readonly actor: 'clientTcp' | 'serverTcp';
  /** SND.UNA, SND.NXT, RCV.NXT. */
  readonly sndUna: number;
  readonly sndNxt: number;
  readonly rcvNxt: number;
  /** What the peer allows, and what this end allows the peer. */
  readonly sendWindow: number;
  readonly receiveWindow: number;
  /** cwnd and ssthresh; the latter undefined before the first loss. */
  readonly congestionWindow: number;
  readonly threshold: number | undefined;
  /** RTO and SRTT; the latter undefined before the first measurement. */
  readonly timeout: Micros;
  readonly roundTrip: Micros | undefined;
  readonly phase: FlowPhase;
}

/** Samples in the order of the run, {@link WIDTH} numbers each. */
export type Flows = readonly number[];

const WIDTH = 13;
const NONE = -1;

/** How many samples there are. */
export function flowCount(flows: Flows): number {
  return flows.length / WIDTH;
}

/** Sample `index`. */
export function flowSample(flows: Flows, index: number): FlowSample {
  const at = index * WIDTH;
  return {
    event: flows[at],
    connection: flows[at + 1],
    actor: flows[at + 2] === 0 ? 'clientTcp' : 'serverTcp',
    sndUna: flows[at + 3],
    sndNxt: flows[at + 4],
    rcvNxt: flows[at + 5],
    sendWindow: flows[at + 6],
    receiveWindow: flows[at + 7],
    congestionWindow: flows[at + 8],
    threshold: optional(flows[at + 9]),
    timeout: flows[at + 10],
    roundTrip: optional(flows[at + 11]),
    phase: PHASES[flows[at + 12]],
  };
}

/** Adds `sample` to `flows`. */
export function addFlowSample(flows: number[], sample: FlowSample): void {
  flows.push(
    sample.event,
    sample.connection,
    sample.actor === 'clientTcp' ? 0 : 1,
    sample.sndUna,
    sample.sndNxt,
    sample.rcvNxt,
    sample.sendWindow,
    sample.receiveWindow,
    sample.congestionWindow,
    sample.threshold ?? NONE,
    sample.timeout,
    sample.roundTrip ?? NONE,
    PHASES.indexOf(sample.phase),
  );
}

function optional(value: number): number | undefined {
  return value === NONE ? undefined : value;
}
