// What one machine has gone through up to a moment of the run.
import type { ActorId, Trace, TraceEvent } from '../../trace/trace';

export type TransitionEvent = TraceEvent & { readonly type: 'transition' };

export interface History {
  readonly current: string;
  /** States that it has been in, {@link current} included. A TCP endpoint's begin anew with each connection. */
  readonly visited: ReadonlySet<string>;
  /** Its transitions in order. */
  readonly taken: readonly TransitionEvent[];
}

/** All transitions of `actor` in the run. */
export function transitionsOf(trace: Trace, actor: ActorId): readonly TransitionEvent[] {
  return trace.events.filter((event): event is TransitionEvent => event.type === 'transition' && event.actor === actor);
}

/** What the machine whose transitions in the run are `all` has gone through when event `seq` has happened. */
export function historyOf(all: readonly TransitionEvent[], initial: string, seq: number): History {
  const past = all.filter(event => event.seq <= seq);
  const last = past[past.length - 1];
  const taken = past.filter(event => event.connection === last.connection);
  const visited = new Set([taken[0]?.from ?? initial, ...taken.map(event => event.to)]);
  return { current: last?.to ?? initial, visited, taken };
}

/** The next time after `seq` that `state` is entered, or else the first time in the run; undefined if it never is. */
export function nextEntry(all: readonly TransitionEvent[], state: string, seq: number): TransitionEvent | undefined {
  const entries = all.filter(event => event.to === state);
  return entries.find(event => event.seq > seq) ?? entries[0];
}
