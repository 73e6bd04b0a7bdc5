// The round-trip time and the retransmission timeout. RFC 6298 §2, with the bounds that Linux sets.
import type { Micros } from '../../trace/trace';

/** Before anything is measured. RFC 6298 (2.1). */
const INITIAL_TIMEOUT: Micros = 1_000_000;
/** What Linux adds to the smoothed time at least (TCP_RTO_MIN). RFC 6298 (2.4) would have the whole timeout be 1 s at least. */
const LEAST_MARGIN: Micros = 200_000;
/** TCP_RTO_MAX. RFC 6298 (2.5) */
const LONGEST_TIMEOUT: Micros = 120_000_000;

export interface RoundTrip {
  /** SRTT; undefined before the first measurement. */
  readonly smoothed: Micros | undefined;
  /** RTTVAR. Simplified: Linux lets it rise at once and fall slowly. */
  readonly variation: Micros;
  /** RTO, with its backoff. */
  readonly timeout: Micros;
}

export const UNMEASURED: RoundTrip = { smoothed: undefined, variation: 0, timeout: INITIAL_TIMEOUT };

/** A segment that was sent once came back acknowledged after `sample`: RFC 6298 (2.2), (2.3). Ends the backoff. */
export function measured({ smoothed, variation }: RoundTrip, sample: Micros): RoundTrip {
  if (smoothed === undefined) return withTimeout(sample, Math.round(sample / 2));
  const nextVariation = Math.round((3 * variation + Math.abs(smoothed - sample)) / 4);
  return withTimeout(Math.round((7 * smoothed + sample) / 8), nextVariation);
}

/**
 * The timer ran out: RFC 6298 (5.5). Simplified: Linux since 6.5 sends the first four SYNs again at even intervals, before it doubles them
 * (tcp_syn_linear_timeouts).
 */
export function backedOff(roundTrip: RoundTrip): RoundTrip {
  return { ...roundTrip, timeout: Math.min(LONGEST_TIMEOUT, 2 * roundTrip.timeout) };
}

function withTimeout(smoothed: Micros, variation: Micros): RoundTrip {
  const timeout = Math.min(LONGEST_TIMEOUT, smoothed + Math.max(LEAST_MARGIN, 4 * variation));
  return { smoothed, variation, timeout };
}
