// A statechart as a graph: read off the machine itself, so that what is drawn is what runs.
import type { AnyStateMachine, AnyStateNode } from 'xstate';

export interface Chart {
  readonly states: readonly ChartState[];
  readonly transitions: readonly ChartTransition[];
}

export interface ChartState {
  /** Names from the outermost state to this one, joined by dots: how a trace tells states. */
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly kind: 'atomic' | 'compound' | 'final';
  /** The machine, or the state around it, begins here. */
  readonly initial: boolean;
}

/** All ways from one state to another, drawn as one arrow. */
export interface ChartTransition {
  /** A state's id, or {@link MOST_STATES}. */
  readonly from: string;
  readonly to: string;
  readonly triggers: readonly Trigger[];
}

/** What makes a machine go: an event, time that has passed, nothing but its guard, or the end of a state or activity inside. */
export interface Trigger {
  readonly kind: 'event' | 'after' | 'always' | 'done';
  /** The event's name, or the delay's name or milliseconds; empty for `always` and `done`. */
  readonly name: string;
  /** Name of the guard; {@link ELSE} after guards that did not hold. */
  readonly guard: string | undefined;
}

/** Stands for most states, where an event leads from most of them to the same state: drawn once, as an arrow out of nowhere. */
export const MOST_STATES = '*';

/** The guard of a transition that is taken when those before it for the same event are not. */
export const ELSE = 'else';

/** The graph of `machine`: states in the order of the chart, transitions that lead to a state. */
export function chartOf(machine: AnyStateMachine): Chart {
  const nodes = [...descendants(machine.root)];
  const arrows = gather([machine.root, ...nodes].flatMap(transitionsOf), nodes.length);
  return { states: nodes.map(stateOf), transitions: merge(arrows) };
}

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
  return node.parent ? node.path.join('.') : MOST_STATES;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly trigger: Trigger;
}

/** Transitions without a target change no state and are not drawn. */
function transitionsOf(node: AnyStateNode): Arrow[] {
  return [...node.transitions.values(), node.always ?? []].flatMap(alternatives =>
    alternatives.flatMap((transition, i) => {
      const guard = guardName(transition.guard) ?? (i > 0 ? ELSE : undefined);
      const trigger = triggerOf(transition.eventType, node.id, guard);
      return (transition.target ?? []).map(target => ({ from: idOf(node), to: idOf(target), trigger }));
    }),
  );
}

/** Replaces the arrows for an event that leads from more than half of the other states to one state by one for {@link MOST_STATES}. */
function gather(arrows: readonly Arrow[], stateCount: number): Arrow[] {
  const alike = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = `${arrow.trigger.kind} ${arrow.trigger.name}→${arrow.to}`;
    alike.set(key, [...(alike.get(key) ?? []), arrow]);
  }
  const common = [...alike.values()].filter(group => group.length >= 4 && group.length > (stateCount - 1) / 2);
  const gathered = common.map(([{ to, trigger }]) => ({
    from: MOST_STATES,
    to,
    trigger: { ...trigger, guard: undefined },
  }));
  return [...arrows.filter(arrow => !common.some(group => group.includes(arrow))), ...gathered];
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

/** The arrow that stands for going from `from` to `to` on the event or delay named `event`. */
export function arrowFor(chart: Chart, from: string, to: string, event: string): ChartTransition | undefined {
  const named = (transition: ChartTransition) => transition.triggers.some(trigger => trigger.name === event);
  const direct = chart.transitions.filter(transition => transition.from === from && transition.to === to);
  const common = chart.transitions.filter(transition => transition.from === MOST_STATES && transition.to === to);
  return direct.find(named) ?? common.find(named) ?? direct[0];
}
