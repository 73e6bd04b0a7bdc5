// How a run ends, in short: results, errors, or a client that still waits.
import type { Outcome } from '../idl/value';
import type { Trace } from './trace';

export interface Ending {
  readonly results: number;
  readonly errors: number;
  /** The client waits for something that will not come. */
  readonly waiting: boolean;
  /** The last thing that the client was told. */
  readonly last: Outcome | undefined;
}

export function endingOf(trace: Trace): Ending {
  const outcomes = trace.events.flatMap(event => (event.type === 'result' ? event.outcomes : []));
  return {
    results: outcomes.filter(({ kind }) => kind === 'returned').length,
    errors: outcomes.filter(({ kind }) => kind === 'threw').length,
    waiting: trace.events.some(({ type }) => type === 'still waiting'),
    last: outcomes.at(-1),
  };
}
