// What a survey comes to at a moment of the run: how many calls have ended and how, and how long they took.
import type { Micros } from '../trace/trace';
import { ENDINGS, type Ending, latencyOf, type Survey } from './survey';

/** The shares of calls that took at most so long: the median, and what the unlucky wait for. */
const QUANTILES = [0.5, 0.9, 0.99, 1] as const;

export interface Figures {
  readonly notBegun: number;
  readonly underWay: number;
  readonly ended: number;
  /** Of those that have ended. */
  readonly byEnding: Readonly<Record<Ending, number>>;
  /** Calls that have ended without a result. */
  readonly failed: number;
  /** Calls that have ended and were executed more than once. */
  readonly repeated: number;
  /** Latencies that {@link QUANTILES} of the ended calls do not exceed; empty before the first has ended. */
  readonly latencies: readonly Micros[];
}

/** The figures at virtual time `at`. */
export function figuresAt(survey: Survey, at: Micros): Figures {
  const byEnding = Object.fromEntries(ENDINGS.map(ending => [ending, 0])) as Record<Ending, number>;
  const latencies = new Float64Array(survey.count);
  let [begun, ended, repeated] = [0, 0, 0];
  for (let call = 0; call < survey.count; call++) {
    if (survey.start[call] <= at) begun++;
    if (!(survey.end[call] <= at)) continue;
    latencies[ended++] = latencyOf(survey, call);
    byEnding[ENDINGS[survey.ending[call]]]++;
    if (survey.executions[call] > 1) repeated++;
  }
  const sorted = latencies.subarray(0, ended).sort();
  return {
    notBegun: survey.count - begun,
    underWay: begun - ended,
    ended,
    byEnding,
    failed: ended - byEnding.result,
    repeated,
    latencies: ended === 0 ? [] : QUANTILES.map(share => sorted[Math.ceil(share * ended) - 1]),
  };
}
