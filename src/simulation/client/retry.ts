// When another attempt follows one that has failed, and after which pause. gRFC A6, "gRPC Retry Design"; M. Brooker: Exponential Backoff And
// Jitter, 2015; the budget is that of Finagle's RetryBudget.
import type { RetryPolicy } from '../../scenario/policy';
import type { Micros } from '../../trace/trace';

/** Retries that a budget allows before it looks at how many calls there were. */
const RETRIES_IN_RESERVE = 10;
const MICROS_PER_MILLI = 1000;

/** The pause before attempt `number`, the second being 1. `random` gives uint32 numbers. */
export function pauseBefore(
  { backoff, maxBackoff, factor, jitter }: RetryPolicy,
  number: number,
  random: () => number,
): Micros {
  const longest = Math.min(backoff * factor ** (number - 1), maxBackoff) * MICROS_PER_MILLI;
  const share = jitter === 'full' ? random() / 2 ** 32 : 1;
  return Math.round(longest * share);
}

/** An attempt that has failed. */
export interface FailedTry {
  /** From 0. */
  readonly number: number;
  /** Some of the request has gone out: the server may have executed it. */
  readonly mayBeExecuted: boolean;
}

/** Whether the policy wants another attempt. */
export function isRetried({ attempts, evenIfExecuted }: RetryPolicy, { number, mayBeExecuted }: FailedTry): boolean {
  return number + 1 < attempts && (evenIfExecuted || !mayBeExecuted);
}

/** What all calls of the client may spend on retries together: so much for each call, and some in reserve. */
export class RetryBudget {
  private made = 0;
  private spent = 0;

  /** `share`: retries for each call made; absent: as many as are wanted. */
  constructor(private readonly share: number | undefined) {}

  callMade(): void {
    this.made++;
  }

  /** Takes one retry from the budget, if it has one left. */
  spend(): boolean {
    if (this.share !== undefined && this.spent >= RETRIES_IN_RESERVE + this.share * this.made) return false;
    this.spent++;
    return true;
  }
}
