// Congestion control as the standard has it. RFC 5681 §3.1.
import type { CongestionControl } from './congestion-control';

export const newReno: CongestionControl = {
  /** Half of what was under way, and two segments at least: equation 4. */
  yields: (congestion, flightSize, segmentSize) => ({
    ...congestion,
    threshold: Math.max(Math.floor(flightSize / 2), 2 * segmentSize),
  }),

  /** One segment in each round trip: each acknowledgment adds its share. Equation 3, for the octets that it acknowledges. */
  probes: (congestion, acknowledged, segmentSize) => ({
    ...congestion,
    window: congestion.window + Math.max(1, Math.floor((segmentSize * acknowledged) / congestion.window)),
  }),
};
