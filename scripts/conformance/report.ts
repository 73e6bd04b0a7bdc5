// What a conformance suite found.

export interface Report {
  readonly cases: number;
  /** A sentence for each case that failed: its name, and what came instead of what. */
  readonly failures: readonly string[];
}
