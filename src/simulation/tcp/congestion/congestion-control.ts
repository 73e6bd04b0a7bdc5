// What NewReno and CUBIC do differently: how far they yield after a loss, and how they probe for more afterwards.
import type { Micros } from '../../../trace/trace';
import type { Congestion } from './congestion';

export interface CongestionControl {
  /** Something was lost while `flightSize` octets were under way: the new threshold, and what is to be remembered. */
  yields(congestion: Congestion, flightSize: number, segmentSize: number): Congestion;
  /** Congestion avoidance: `acknowledged` octets have come through. `roundTrip` is the smoothed time. */
  probes(congestion: Congestion, acknowledged: number, segmentSize: number, now: Micros, roundTrip: Micros): Congestion;
}
