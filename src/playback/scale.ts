// A scale of time: which stretch of a line each gap between two events takes. The player runs along it, the timeline and the ladder draw it.
import { type Position, seqAt } from '../trace/moment';
import type { Trace } from '../trace/trace';

/**
 * A way to lay a run along a line. Inside a gap both directions are linear. `positionAt` is the exact inverse of `at`,
 * except where gaps have no length at all: there it gives the position behind them.
 */
export interface Scale {
  /** Length of the whole run. */
  readonly total: number;
  /** Where event `seq` stands. */
  startOf(seq: number): number;
  /** Where `position` stands. Never falls when the position rises. */
  at(position: Position): number;
  /** The position that stands at `coordinate`, which is clamped to the run. */
  positionAt(coordinate: number): Position;
}

/** The scale on which the gap after event `i` is `lengths[i]` long. There is one length less than there are events. */
export function scaleFrom(trace: Trace, lengths: readonly number[]): Scale {
  const starts = new Float64Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) starts[i + 1] = starts[i] + length;
  const last = lengths.length;

  function at(position: Position): number {
    const seq = seqAt(trace, position);
    const fraction = Math.max(0, Math.min(1, position - seq));
    return seq < last ? starts[seq] + (starts[seq + 1] - starts[seq]) * fraction : starts[last];
  }

  function positionAt(coordinate: number): Position {
    const inside = Math.max(0, coordinate);
    const seq = lastNotAfter(starts, inside);
    if (seq >= last) return last;
    return seq + (inside - starts[seq]) / (starts[seq + 1] - starts[seq]);
  }

  return { total: starts[last], startOf: seq => starts[seq], at, positionAt };
}

/** Index of the last of `sorted` that is not above `value`; 0 when all are. */
function lastNotAfter(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
