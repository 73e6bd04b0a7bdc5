// What a sender knows of the network between the hosts: how much it may have under way. RFC 5681 §3.1.
import type { SeqNumber } from '../seq-number';
import type { CubicEpoch } from './cubic';

/** Segments that may be under way before the first acknowledgment. RFC 6928 §2. */
const INITIAL_SEGMENTS = 10;

export interface Congestion {
  /** cwnd, in octets. */
  readonly window: number;
  /** ssthresh, in octets: up to there the window grows by slow start. Infinite before the first loss. */
  readonly threshold: number;
  readonly duplicateAcks: number;
  /** What the sender is mending: a loss that duplicate acknowledgments told of, or one that only the timer noticed. */
  readonly recovery: 'none' | 'fast recovery' | 'loss';
  /** Recovery is over when everything before this has been acknowledged: `recover` of RFC 6582, RecoveryPoint of RFC 6675. */
  readonly recoveryPoint: SeqNumber;
  /** Where CUBIC is on its curve; undefined in slow start, and with NewReno. */
  readonly epoch: CubicEpoch | undefined;
  /** CUBIC's W_max: the window in octets when something was last lost. */
  readonly largestWindow: number;
}

/** A sender that has lost nothing, on a connection with segments of `segmentSize` octets. */
export function initialCongestion(segmentSize: number, recoveryPoint: SeqNumber): Congestion {
  return {
    window: INITIAL_SEGMENTS * segmentSize,
    threshold: Number.POSITIVE_INFINITY,
    duplicateAcks: 0,
    recovery: 'none',
    recoveryPoint,
    epoch: undefined,
    largestWindow: 0,
  };
}

/** Slow start, counting octets: RFC 5681 §3.1, RFC 3465. Simplified: Linux widens the window only while it is what limits the sender. */
export function slowStart(congestion: Congestion, acknowledged: number): Congestion {
  return { ...congestion, window: congestion.window + acknowledged };
}

export type Phase = 'slow start' | 'congestion avoidance' | 'fast recovery' | 'loss';

/** What the sender does, in the words of RFC 5681. */
export function phaseOf({ recovery, window, threshold }: Congestion): Phase {
  if (recovery !== 'none') return recovery;
  return window < threshold ? 'slow start' : 'congestion avoidance';
}
