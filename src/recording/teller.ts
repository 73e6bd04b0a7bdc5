// Writes the events of a recorded run, in order, at the time of the packet at hand.
import { machines } from '../machines/machines';
import type { ActorId, EventBody, Micros, TraceEvent } from '../trace/trace';
import { type ChartFacts, stateAfter } from './chart';

/** Who takes part in what is told: the states of the machines concerned, and what their guards look at. */
export interface Cast {
  readonly exchange?: number;
  readonly states: Partial<Record<ActorId, string>>;
  factsOf(actor: ActorId): ChartFacts;
}

/** These do what no packet shows. */
const UNSEEN: readonly ActorId[] = ['client', 'clientStub', 'serverStub', 'server'];

export class Teller {
  readonly events: TraceEvent[] = [];
  private at: Micros = 0;
  private exchange: number | undefined;

  /** What follows happens at `at`, or, where a capture's clock has gone back, when the last thing has happened. */
  moveTo(at: Micros): void {
    this.at = Math.max(this.at, at);
  }

  /** Adds an event; returns its seq. The event belongs to `exchange`, or else to the one that was told of last. */
  tell(actor: ActorId, body: EventBody, exchange = this.exchange, cause?: number): number {
    this.exchange = exchange;
    const seq = this.events.length;
    const isSeen = !UNSEEN.includes(actor) || (body.type === 'step' && (body.step === 3 || body.step === 8));
    this.events.push({
      seq,
      at: this.at,
      actor,
      ...(cause !== undefined && { cause }),
      ...(exchange !== undefined && { exchange }),
      connection: 0,
      ...(!isSeen && { inferred: true }),
      ...body,
    });
    return seq;
  }

  /** Lets the machine of `actor` take `event`, and tells of the change of state if there is one. */
  send(cast: Cast, actor: ActorId, event: string): void {
    const from = cast.states[actor]!;
    const to = stateAfter(machines[actor], from, event, cast.factsOf(actor));
    if (to === undefined) return;
    cast.states[actor] = to;
    this.tell(actor, { type: 'transition', from, to, event }, cast.exchange);
  }
}
