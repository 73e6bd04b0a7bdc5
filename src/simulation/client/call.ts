// One exchange as the client's program means it: its attempts, how long it may take, and what comes of it.
import type { Outcome, ServiceError } from '../../idl/value';
import type { Call, GivingUp } from '../../protocols/protocol';
import type { AttemptFailure } from '../../trace/trace';
import type { PlannedExchange } from '../plan';
import type { EventPlace } from '../recorder';
import { later, type World } from '../world';
import { type Abandoning, Attempt, type AttemptOwner } from './attempt';
import type { Pool } from './pool';

/** Who made the call. */
export interface Callee {
  /** The stub's function returns, or throws, with an outcome for each call that wanted one. */
  returned(outcomes: readonly Outcome[]): void;
}

export class CallUnderWay implements AttemptOwner {
  readonly batch: boolean;
  private readonly calls: readonly Call[];
  private readonly attempts: Attempt[] = [];

  constructor(
    private readonly world: World,
    private readonly pool: Pool,
    readonly exchange: number,
    { calls, batch }: PlannedExchange,
    private readonly returned: (outcomes: readonly Outcome[]) => void,
  ) {
    this.calls = calls;
    this.batch = batch;
    this.newAttempt().reserve();
    this.watch();
  }

  readonly place = (): EventPlace => this.latest.place();

  /** The program calls the stub. */
  begin(): void {
    this.latest.begin();
  }

  callsFor(): readonly Call[] {
    return this.calls;
  }

  answered(_: Attempt, outcomes: readonly Outcome[]): void {
    this.returned(outcomes);
  }

  failed({ place, hasHeard, number }: Attempt, why: AttemptFailure, error: ServiceError): void {
    const { recorder, plan } = this.world;
    recorder.record('clientStub', place(), { type: 'attempt failed', why });
    const triesAgain = (why === 'closed' || why === 'reset') && !hasHeard && number === 0;
    if (triesAgain && plan.protocol.triesAgain(plan.options)) this.tryAgain();
    else this.returned(this.failures(error));
  }

  abandoned(_: Attempt, __: Abandoning, error: ServiceError): void {
    this.returned(this.failures(error));
  }

  private get latest(): Attempt {
    return this.attempts[this.attempts.length - 1];
  }

  private newAttempt(): Attempt {
    const attempt = new Attempt(this.world, this.pool, this, this.attempts.length);
    this.attempts.push(attempt);
    return attempt;
  }

  private tryAgain(): void {
    const attempt = this.newAttempt();
    attempt.reserve();
    attempt.begin();
  }

  /** The client waits for its call as long as was said. */
  private watch(): void {
    const [{ deadline, cancelAfter }] = this.calls;
    const limits = { deadline, cancelled: cancelAfter } as const;
    for (const why of ['deadline', 'cancelled'] as const) {
      const limit = limits[why];
      if (limit !== undefined) later(this.world, limit * 1000, () => this.patienceOver(why));
    }
  }

  private patienceOver(why: GivingUp): void {
    const waiting = this.attempts.filter(attempt => attempt.canBeAbandoned());
    if (waiting.length === 0) return;
    const { recorder } = this.world;
    const actor = why === 'deadline' ? 'clientStub' : 'client';
    const fired = recorder.record(actor, this.place(), { type: 'timer', timer: why });
    recorder.because(fired, () => {
      for (const attempt of waiting) attempt.abandon(why);
    });
  }

  /** What each call that wanted a reply ends with when none can be understood. */
  private failures(error: ServiceError): Outcome[] {
    const failure: Outcome = { kind: 'threw', error };
    return this.calls.filter(({ oneway }) => !oneway).map(() => failure);
  }
}
