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

/** A run of more calls than these is not shown as a whole: a survey shows all calls, and the drawings show one of them. */
const MOST_CALLS_AT_A_GLANCE = 20;

/** The calls and batches that a scenario makes altogether. */
export function callCount({ calls, load }: { readonly calls: readonly unknown[]; readonly load: Load }): number {
  return calls.length * load.rounds;
}

/** Whether so many calls are surveyed rather than shown as a whole. */
export function isMany(calls: number): boolean {
  return calls > MOST_CALLS_AT_A_GLANCE;
}
