// A statechart as a graph: read off the machine itself, so that what is drawn is what runs.
import type { AnyStateMachine, AnyStateNode } from 'xstate';

export interface Chart {
  readonly states: readonly ChartState[];
  readonly transitions: readonly ChartTransition[];
}

export interface ChartState {
  /** Names from the outermost state to this one, joined by dots: how a trace tells states. {@link ANY_STATE} is no state of the machine. */
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly kind: 'atomic' | 'compound' | 'final';
  /** The machine, or the state around it, begins here. */
  readonly initial: boolean;
}

/** All ways from one state to another, drawn as one arrow. */
export interface ChartTransition {
  readonly from: string;
  readonly to: string;
  readonly triggers: readonly Trigger[];
}

/** What makes a machine go: an event, time that has passed, nothing but its guard, or the end of a state or activity inside. */
export interface Trigger {
  readonly kind: 'event' | 'after' | 'always' | 'done';
  /** The event's name, or the delay's name or milliseconds; empty for `always` and `done`. */
  readonly name: string;
  readonly guard: string | undefined;
}

/** Stands for every state, where the machine as a whole reacts to an event. */
export const ANY_STATE = '*';

/** The graph of `machine`: states in the order of the chart, transitions that lead to a state. */
export function chartOf(machine: AnyStateMachine): Chart {
  const nodes = [...descendants(machine.root)];
  const arrows = [machine.root, ...nodes].flatMap(transitionsOf);
  const states = nodes.map(stateOf);
  if (arrows.some(arrow => arrow.from === ANY_STATE)) states.push(anyState);
  return { states, transitions: merge(arrows) };
}

const anyState: ChartState = { id: ANY_STATE, name: ANY_STATE, parent: undefined, kind: 'atomic', initial: false };

function* descendants(node: AnyStateNode): Generator<AnyStateNode> {
  for (const child of Object.values(node.states)) {
    yield child;
    yield* descendants(child);
  }
}

function stateOf(node: AnyStateNode): ChartState {
  const around = node.parent!;
  return {
    id: idOf(node),
    name: node.key,
    parent: around.parent ? idOf(around) : undefined,
    kind: node.type === 'final' ? 'final' : Object.keys(node.states).length > 0 ? 'compound' : 'atomic',
    initial: around.initial.target?.includes(node) ?? false,
  };
}

function idOf(node: AnyStateNode): string {
  return node.parent ? node.path.join('.') : ANY_STATE;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly trigger: Trigger;
}

/** Transitions without a target change no state and are not drawn. */
function transitionsOf(node: AnyStateNode): Arrow[] {
  const all = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
  return all.flatMap(transition =>
    (transition.target ?? []).map(target => ({
      from: idOf(node),
      to: idOf(target),
      trigger: triggerOf(transition.eventType, node.id, guardName(transition.guard)),
    })),
  );
}

/** Event types beginning with `xstate.` are the library's own: `xstate.after.DELAY.STATE`, and ends of states and invoked actors. */
function triggerOf(eventType: string, stateId: string, guard: string | undefined): Trigger {
  const after = 'xstate.after.';
  if (eventType === '') return { kind: 'always', name: '', guard };
  if (eventType.startsWith(after))
    return { kind: 'after', name: eventType.slice(after.length, -stateId.length - 1), guard };
  if (eventType.startsWith('xstate.')) return { kind: 'done', name: '', guard };
  return { kind: 'event', name: eventType, guard };
}

/** A guard's name; `and`, `or` and `not` of named guards are spelled out. */
function guardName(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return guard;
  const { type, guards, name } = guard as { type?: string; guards?: readonly unknown[]; name?: string };
  if (guards && name === 'not') return `not ${guardName(guards[0])}`;
  if (guards) return guards.map(guardName).join(` ${name} `);
  return type ?? name;
}

function merge(arrows: readonly Arrow[]): ChartTransition[] {
  const byEnds = new Map<string, { from: string; to: string; triggers: Trigger[] }>();
  for (const { from, to, trigger } of arrows) {
    const key = `${from}→${to}`;
    const entry = byEnds.get(key) ?? { from, to, triggers: [] };
    entry.triggers.push(trigger);
    byEnds.set(key, entry);
  }
  return [...byEnds.values()];
}
