// In which state each machine is, as it concerns one attempt at one call on one connection: a run may have many stubs, workers and endpoints.
import type { ActorId, Trace, TraceEvent } from './trace';

/** What the states are asked about. */
export interface Concern {
  readonly exchange: number;
  readonly attempt: number;
  readonly connection: number;
}

type Transition = TraceEvent & { readonly type: 'transition' };

/** States in which the server's program does nothing at all, whomever it serves. */
const STANDSTILLS: readonly string[] = ['hung', 'hung while executing', 'crashed', 'off', 'not running'];

/** Takes the transitions of a run in order, and tells what has come of them. */
export class MachineStates {
  /** The state of each actor by what it belongs to; without that, of what belongs to nothing in particular. */
  private readonly states = new Map<string, { readonly to: string; readonly seq: number }>();
  /** The state in which the whole of the server, or of its stub, stands still. */
  private readonly standstills = new Map<ActorId, string>();

  constructor(private readonly initial: Trace['initialStates']) {}

  take({ actor, to, seq, exchange, attempt = 0, connection = 0 }: Transition): void {
    const key = keyOf(actor, { exchange, attempt, connection });
    this.states.set(key, { to, seq });
    if (actor !== 'server' && actor !== 'serverStub') return;
    if (STANDSTILLS.includes(to)) this.standstills.set(actor, to);
    else this.standstills.delete(actor);
  }

  at(concern: Concern): Record<ActorId, string> {
    const states = { ...this.initial };
    for (const actor of Object.keys(states) as ActorId[]) states[actor] = this.stateOf(actor, concern);
    return states;
  }

  private stateOf(actor: ActorId, concern: Concern): string {
    const own = this.states.get(keyOf(actor, concern));
    const any = this.states.get(keyOf(actor, {}));
    const state = (own && any && own.seq < any.seq ? any : (own ?? any))?.to ?? this.initial[actor];
    const standstill = this.standstills.get(actor);
    const stands = STANDSTILLS.includes(state);
    if (standstill === undefined) return stands ? this.initial[actor] : state;
    if (stands) return state;
    return standstill === 'hung while executing' ? 'hung' : standstill;
  }
}

/** The program belongs to its call, a stub to an attempt at it, as does who serves that; TCP belongs to a connection, the link to none. */
function keyOf(actor: ActorId, { exchange, attempt, connection }: Partial<Concern>): string {
  switch (actor) {
    case 'link':
      return actor;
    case 'clientTcp':
    case 'serverTcp':
      return `${actor} ${connection}`;
    case 'client':
      return `${actor} ${exchange}`;
    default:
      return exchange === undefined ? `${actor}` : `${actor} ${exchange} ${attempt}`;
  }
}
