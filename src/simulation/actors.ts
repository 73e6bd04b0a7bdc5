// The machines as actors of one XState system: they run on the virtual clock, their transitions are recorded, and what their
// actions bring about happens when the transition is complete.
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  createMachine,
  type InspectionEvent,
} from 'xstate';
import { effect } from '../machines/effect';
import type { ActorId } from '../trace/trace';
import type { EventPlace, Recorder } from './recorder';
import type { VirtualClock } from './virtual-clock';

/** An actor of the run. Sends return when the transition and everything that follows from it at once have happened. */
export interface RunActor {
  send(event: { readonly type: string }): void;
  state(): string;
}

/** What the actions of a chart bring about, by their names. */
export type Effects = Readonly<Record<string, () => void>>;

export interface ActorSettings {
  readonly id: ActorId;
  /** Made by {@link runnable}. */
  readonly machine: AnyStateMachine;
  readonly input?: unknown;
  readonly effects: Effects;
  /** Where a transition belongs, at the time when it happens. */
  place(): EventPlace;
  /** Events that happened before the run: they are not recorded and have no effects. */
  readonly before?: readonly { readonly type: string }[];
}

interface Registered extends ActorSettings {
  readonly system: ActorSystem;
  state: string;
}

/** The actors of every run that is still remembered, by XState's own objects: its machines are shared between runs. */
const registered = new WeakMap<object, Registered>();

const run = createMachine({ id: 'run' });

/** `machine` with every {@link effect} bound to what the actor at hand has been given. Make it once: parsing a chart is dear. */
export function runnable(machine: AnyStateMachine): AnyStateMachine {
  const effects = Object.entries(machine.implementations.actions).filter(([, action]) => action === effect);
  const actions = effects.map(([name]) => [
    name,
    ({ self }: { self: object }) => registered.get(self)?.system.want(self, name),
  ]);
  return machine.provide({ actions: Object.fromEntries(actions) });
}

export class ActorSystem {
  private readonly root;
  /** What the actions of the transition under way want to be done after it. */
  private effects: (() => void)[] = [];
  private lastTransition: number | undefined;

  constructor(
    private readonly recorder: Recorder,
    clock: VirtualClock,
  ) {
    this.root = createActor(run, {
      clock: {
        setTimeout: (task, delayMs) => clock.setTimeout(() => this.settle(task), delayMs),
        clearTimeout: timer => clock.clearTimeout(timer),
      },
      inspect: event => this.inspected(event),
    }).start();
  }

  spawn(settings: ActorSettings): RunActor {
    const actor = createActor(settings.machine, { parent: this.root, id: settings.id, input: settings.input });
    actor.start();
    for (const event of settings.before ?? []) actor.send(event);
    const state = () => stateName(actor.getSnapshot());
    registered.set(actor, { ...settings, system: this, state: state() });
    return { send: event => this.settle(() => actor.send(event)), state };
  }

  /** The effect `name` of an actor is to happen when its transition is complete and recorded, caused by it. */
  want(actor: object, name: string): void {
    const wanted = registered.get(actor)?.effects[name];
    if (wanted) this.effects.push(wanted);
  }

  /** Lets an actor take an event, then does what its actions asked for. */
  private settle(takeEvent: () => void): void {
    const { recorder } = this;
    const outer = this.effects;
    this.effects = [];
    this.lastTransition = undefined;
    takeEvent();
    const { effects } = this;
    this.effects = outer;
    recorder.because(this.lastTransition ?? recorder.cause, () => {
      for (const happen of effects) happen();
    });
  }

  /** The only place that knows XState's inspection events. Its session ids are process-global and stay out of the record. */
  private inspected(event: InspectionEvent): void {
    if (event.type !== '@xstate.snapshot') return;
    const actor = registered.get(event.actorRef);
    if (!actor) return;
    const to = stateName(event.snapshot as AnyMachineSnapshot);
    if (to === actor.state) return;
    const from = actor.state;
    actor.state = to;
    const { recorder } = this;
    const { type } = event.event;
    const timer = timerOf(type);
    const cause = timer ? recorder.record(actor.id, actor.place(), { type: 'timer', timer }) : recorder.cause;
    this.lastTransition = recorder.because(cause, () =>
      recorder.record(actor.id, actor.place(), { type: 'transition', from, to, event: timer ?? type }),
    );
  }
}

/** The machines are flat: a state's value is its name. */
function stateName(snapshot: AnyMachineSnapshot): string {
  return snapshot.value as string;
}

/** The name of a chart's delay that has run out. XState's event is `xstate.after.2MSL.tcpEndpoint.TIME-WAIT`. */
function timerOf(type: string): string | undefined {
  return type.startsWith('xstate.after.') ? type.split('.')[2] : undefined;
}
