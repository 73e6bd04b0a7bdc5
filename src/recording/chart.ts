// The machines' own charts, asked which state an event leads to: a recording is told by the same machines as a simulation.
import { type AnyStateMachine, createActor } from 'xstate';

/** What the guards of a chart look at: its context. The answers, not functions, tell two contexts apart. */
export interface ChartFacts {
  /** Names the context among those of the chart. */
  readonly key: string;
  readonly context: unknown;
}

/** Nothing is waited for: what a recording shows has happened. */
const NO_CLOCK = { setTimeout: () => 0, clearTimeout: () => {} };

const known = new Map<string, string | undefined>();

/** The state that `event` leads to from `state`; undefined when it changes nothing there. */
export function stateAfter(
  machine: AnyStateMachine,
  state: string,
  event: string,
  { key, context }: ChartFacts,
): string | undefined {
  const question = `${machine.id} ${key} ${state} ${event}`;
  if (!known.has(question)) {
    const actor = createActor(machine, { snapshot: machine.resolveState({ value: state, context }), clock: NO_CLOCK });
    actor.start();
    actor.send({ type: event });
    const { value } = actor.getSnapshot();
    known.set(question, value === state ? undefined : (value as string));
  }
  return known.get(question);
}
