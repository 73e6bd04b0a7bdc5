// Clock time: true proportions. A microsecond is as long everywhere, so most of a call is packets on their way.
import type { Micros } from '../trace/trace';

/** A gap in which nothing happens is cut when it is this much longer than all the others together (TIME-WAIT lasts a minute). */
const LONGEST_SHARE = 2;
/** What is left of a gap that is cut, as a share of all the others together. */
const CUT_SHARE = 0.12;

export interface ClockLengths {
  readonly lengths: number[];
  /** Seqs of the events that begin a gap which is drawn shorter than it is. */
  readonly cuts: readonly number[];
}

/** Lengths of the gaps between `moments` in proportion to virtual time, `total` altogether. */
export function clockLengths(moments: readonly { readonly at: Micros }[], total: number): ClockLengths {
  const gaps = moments.slice(1).map(({ at }, i) => at - moments[i].at);
  const cuts: number[] = [];
  for (const seq of longestFirst(gaps)) {
    const others = gaps.reduce((sum, gap) => sum + gap, 0) - gaps[seq];
    if (others === 0 || gaps[seq] <= others * LONGEST_SHARE) break;
    gaps[seq] = others * CUT_SHARE;
    cuts.push(seq);
  }
  const sum = gaps.reduce((all, gap) => all + gap, 0);
  return { lengths: gaps.map(gap => (sum > 0 ? (gap / sum) * total : total / gaps.length)), cuts };
}

/** Gaps that may each be longer than twice all the others together: after a few, no other can be. */
const MOST_CUTS = 4;

/** The indices of the few longest gaps, without sorting a hundred thousand. */
function longestFirst(gaps: readonly number[]): number[] {
  const longest: number[] = [];
  while (longest.length < Math.min(MOST_CUTS, gaps.length)) {
    let best = -1;
    for (let seq = 0; seq < gaps.length; seq++)
      if ((best < 0 || gaps[seq] > gaps[best]) && !longest.includes(seq)) best = seq;
    longest.push(best);
  }
  return longest;
}
