// Congestion control as Linux has it by default: the window follows a cubic curve through the place of the last loss. RFC 9438.
// Its formulas count in segments and seconds. Only +, -, * and / are used: they are the same in every engine, Math.cbrt is not.
// Simplified: slow start ends with a loss; Linux also ends it when the round-trip time rises (HyStart).
import type { Micros } from '../../../trace/trace';
import type { Congestion } from './congestion';
import type { CongestionControl } from './congestion-control';

/** How steep the curve is. RFC 9438 §4.1.2 and §5. */
const C = 0.4;
/** What is left of the window after a loss. RFC 9438 §4.6. */
const BETA = 0.7;
/** How fast Reno would grow that yields by the same factor. RFC 9438 §4.3. */
const RENO_FRIENDLY = (3 * (1 - BETA)) / (1 + BETA);

/** A stretch of congestion avoidance. RFC 9438 §4.1.2. */
export interface CubicEpoch {
  readonly start: Micros;
  /** K: seconds from the start to the place of the last loss. */
  readonly untilPlateau: number;
  /** W_max, in segments: the height of that place. */
  readonly plateau: number;
  /** W_est, in segments: what Reno's window would be. */
  readonly renoWindow: number;
  /** The window, in segments: it grows by fractions. */
  readonly window: number;
}

export const cubic: CongestionControl = {
  yields: (congestion, flightSize, segmentSize) => ({
    ...congestion,
    threshold: Math.max(Math.floor(flightSize * BETA), 2 * segmentSize),
    epoch: undefined,
    largestWindow: placeOfLoss(congestion),
  }),

  probes: (congestion, acknowledged, segmentSize, now, roundTrip) => {
    const epoch = congestion.epoch ?? beginning(congestion, segmentSize, now);
    const segments = acknowledged / segmentSize;
    const seconds = (now - epoch.start) / 1_000_000;
    const renoWindow = epoch.renoWindow + (RENO_FRIENDLY * segments) / epoch.window;
    const window = Math.max(nextWindow(epoch, seconds, roundTrip / 1_000_000, segments), renoWindow);
    return { ...congestion, window: Math.floor(window * segmentSize), epoch: { ...epoch, renoWindow, window } };
  },
};

/** Fast convergence: a flow that has to yield twice in a row leaves room for others. RFC 9438 §4.7. */
function placeOfLoss({ window, largestWindow }: Congestion): number {
  return window < largestWindow ? (window * (1 + BETA)) / 2 : window;
}

/** RFC 9438 §4.2: the curve begins at the window of now; without a loss higher up it begins at its plateau. */
function beginning({ window, largestWindow }: Congestion, segmentSize: number, start: Micros): CubicEpoch {
  const from = window / segmentSize;
  const plateau = Math.max(from, largestWindow / segmentSize);
  return { start, untilPlateau: cubeRoot((plateau - from) / C), plateau, renoWindow: from, window: from };
}

/** Towards where the curve will be in one round trip, by no more than half of the window. RFC 9438 §4.4, §4.5. */
function nextWindow(epoch: CubicEpoch, seconds: number, roundTrip: number, segments: number): number {
  const { window } = epoch;
  const target = Math.min(1.5 * window, Math.max(window, heightAt(epoch, seconds + roundTrip)));
  return window + ((target - window) * segments) / window;
}

/** W_cubic(t), in segments. RFC 9438 figure 1. */
function heightAt({ untilPlateau, plateau }: CubicEpoch, seconds: number): number {
  const distance = seconds - untilPlateau;
  return C * distance * distance * distance + plateau;
}

/** By Newton's method. */
function cubeRoot(value: number): number {
  if (value <= 0) return 0;
  let root = Math.max(1, value / 3);
  for (let i = 0; i < 60; i++) root -= (root * root * root - value) / (3 * root * root);
  return root;
}
