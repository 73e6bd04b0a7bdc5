// How many calls are made, and how many at the same time.

export interface Load {
  /** How many times the list of calls is made. */
  readonly rounds: number;
  /** Callers of the client program, each of which makes the next call when its last has ended. */
  readonly callers: number;
  /** Requests that the server works on at the same time; others wait. */
  readonly workers: number;
}

/** One call after the other. */
export const ONE_AT_A_TIME: Load = { rounds: 1, callers: 1, workers: 1 };
