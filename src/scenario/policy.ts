// What client and server do so that a call ends, and is executed as often as it should be.

/** How long to wait, how often to try again, and how a repeated call is known. */
export interface CallPolicy {
  /** Milliseconds that one attempt may take. Absent: as long as it takes. (A call's own `deadline` limits all its attempts together.) */
  readonly timeout?: number;
  /** Absent: what the protocol's own library does. */
  readonly retry?: RetryPolicy;
  readonly hedge?: HedgePolicy;
  /**
   * Every call has a key that all its attempts carry, and the server keeps what it has answered under it: in its memory, which a crash
   * empties, or with the effect itself on durable storage.
   */
  readonly deduplication: 'none' | 'memory' | 'durable';
}

/** When an attempt has failed without an answer, another follows. Exponential backoff: the pauses grow by a factor up to a limit. */
export interface RetryPolicy {
  /** All attempts of a call together; 1: none is repeated. */
  readonly attempts: number;
  /** Milliseconds before the second attempt, and at most. */
  readonly backoff: number;
  readonly maxBackoff: number;
  readonly factor: number;
  /** `full`: each pause is drawn from 0 to its length. */
  readonly jitter: 'none' | 'full';
  /** Whether an attempt that the server may have executed is repeated too; otherwise only one that cannot have reached it. */
  readonly evenIfExecuted: boolean;
  /** Retries that all calls together may spend for each call made, 0 to 1, beside the first ten. Absent: no limit. */
  readonly budget?: number;
}

/** A call that has no answer yet is made once more, without giving the earlier attempt up. The first answer counts. */
export interface HedgePolicy {
  /** Milliseconds from one attempt to the next. */
  readonly after: number;
  /** All attempts together. */
  readonly attempts: number;
}

/** The calls as their library makes them: no timeout, no retries of our own, no key. */
export const LIBRARY_POLICY: CallPolicy = { deduplication: 'none' };

/** Retries to begin with. */
export const USUAL_RETRY: RetryPolicy = {
  attempts: 3,
  backoff: 100,
  maxBackoff: 10_000,
  factor: 2,
  jitter: 'full',
  evenIfExecuted: true,
};
