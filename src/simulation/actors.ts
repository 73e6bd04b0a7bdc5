// The machines as actors of one XState system: they run on the virtual clock, their transitions are recorded, and what their
// actions bring about happens when the transition is complete.
import {
  type Actor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  createMachine,
  type InspectionEvent,
} from 'xstate';
import type { ActorId } from '../trace/trace';
import type { EventPlace, Recorder } from './recorder';
import type { VirtualClock } from './virtual-clock';

/** An actor of the run. Sends return when the transition and everything that follows from it at once have happened. */
export interface RunActor {
  send(event: { readonly type: string }): void;
  state(): string;
}

interface Registered {
  readonly id: ActorId;
  readonly place: () => EventPlace;
  state: string;
}

export class ActorSystem {
  private readonly root;
  private readonly registered = new WeakMap<object, Registered>();
  /** What the actions of the transition under way want to be done after it. */
  private effects: (() => void)[] = [];
  private lastTransition: number | undefined;

  constructor(
    private readonly recorder: Recorder,
    clock: VirtualClock,
  ) {
    this.root = createActor(createMachine({ id: 'run' }), {
      clock: {
        setTimeout: (task, delayMs) => clock.setTimeout(() => this.settle(task), delayMs),
        clearTimeout: timer => clock.clearTimeout(timer),
      },
      inspect: event => this.inspected(event),
    }).start();
  }

  /**
   * Starts `machine` as actor `id`. `place` says where its transitions belong at the time when they happen. Events `before` happened
   * before the run: they are not recorded.
   */
  spawn(
    id: ActorId,
    machine: AnyStateMachine,
    place: () => EventPlace,
    { input, before = [] }: { input?: unknown; before?: readonly { readonly type: string }[] } = {},
  ): RunActor {
    const actor: Actor<AnyStateMachine> = createActor(machine, { parent: this.root, id, input });
    actor.start();
    for (const event of before) actor.send(event);
    this.registered.set(actor, { id, place, state: stateName(actor.getSnapshot()) });
    return {
      send: event => this.settle(() => actor.send(event)),
      state: () => stateName(actor.getSnapshot()),
    };
  }

  /** An implementation of a machine's action: `effect` happens when the transition is complete and recorded, caused by it. */
  effect(effect: () => void): () => void {
    return () => {
      this.effects.push(effect);
    };
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
      for (const effect of effects) effect();
    });
  }

  /** The only place that knows XState's inspection events. Its session ids are process-global and stay out of the record. */
  private inspected(event: InspectionEvent): void {
    if (event.type !== '@xstate.snapshot') return;
    const actor = this.registered.get(event.actorRef);
    if (!actor) return;
    const to = stateName(event.snapshot as AnyMachineSnapshot);
    if (to === actor.state) return;
    const from = actor.state;
    actor.state = to;
    const type = readableEvent(event.event.type);
    this.lastTransition = this.recorder.record(actor.id, actor.place(), { type: 'transition', from, to, event: type });
  }
}

/** The machines are flat: a state's value is its name. */
function stateName(snapshot: AnyMachineSnapshot): string {
  return snapshot.value as string;
}

/** XState calls the end of a delay `xstate.after.2MSL.tcpEndpoint.TIME-WAIT`. */
function readableEvent(type: string): string {
  return type.startsWith('xstate.after.') ? type.split('.')[2] : type;
}
