// One exchange as the client's program means it: its attempts, how long it may take, and what comes of it. ADR 11.
import type { Outcome, ServiceError } from '../../idl/value';
import type { Call, GivingUp } from '../../protocols/protocol';
import type { AttemptFailure, Micros } from '../../trace/trace';
import type { PlannedExchange } from '../plan';
import type { EventPlace } from '../recorder';
import type { Timer } from '../virtual-clock';
import { later, type World } from '../world';
import { type Abandoning, Attempt, type AttemptOwner } from './attempt';
import type { Pool } from './pool';
import { isRetried, pauseBefore, type RetryBudget } from './retry';

/** What all calls of the client share. */
export interface CallWorld {
  readonly world: World;
  readonly pool: Pool;
  readonly budget: RetryBudget;
  /** Random numbers for the pauses between attempts, and for the keys of calls. */
  readonly random: () => number;
  readonly keyRandom: () => number;
}

export class CallUnderWay implements AttemptOwner {
  readonly batch: boolean;
  private readonly calls: readonly Call[];
  private readonly attempts: Attempt[] = [];
  private readonly timers: Timer[] = [];
  private readonly madeAt: Micros;
  private readonly key: string | undefined;
  /** The attempt that the call has ended with. */
  private decisive: Attempt | undefined;

  constructor(
    private readonly client: CallWorld,
    readonly exchange: number,
    { calls, batch }: PlannedExchange,
    /** The stub's function returns, or throws, with an outcome for each call that wanted one. */
    private readonly returned: (outcomes: readonly Outcome[]) => void,
  ) {
    this.calls = calls;
    this.batch = batch;
    this.madeAt = client.world.clock.now();
    client.budget.callMade();
    if (client.world.plan.scenario.policy.deduplication !== 'none') this.key = randomUuid(client.keyRandom);
    this.newAttempt().reserve();
    this.watch();
  }

  readonly place = (): EventPlace => (this.decisive ?? this.latest).place();

  /** The program calls the stub. */
  begin(): void {
    this.latest.begin();
    this.hedgeLater();
  }

  get isOver(): boolean {
    return this.decisive !== undefined;
  }

  /** A server is told what is left of the time at the moment, in whole milliseconds. */
  callsFor(attempt: number): readonly Call[] {
    const { clock, plan } = this.client.world;
    const gone = Math.floor((clock.now() - this.madeAt) / 1000);
    const isRetry = attempt > 0 && plan.scenario.policy.retry !== undefined;
    return this.calls.map(call => ({
      ...call,
      ...(call.deadline !== undefined && { deadline: Math.max(1, call.deadline - gone) }),
      ...(isRetry && { attempt }),
      ...(this.key !== undefined && { key: this.key }),
    }));
  }

  answered(attempt: Attempt, outcomes: readonly Outcome[]): void {
    if (this.isOver) this.attemptFailed(attempt, 'superseded');
    else this.end(attempt, outcomes);
  }

  failed(attempt: Attempt, why: AttemptFailure, error: ServiceError): void {
    this.attemptFailed(attempt, why);
    if (this.isOver) return;
    const { hedge, retry } = this.client.world.plan.scenario.policy;
    if (hedge) this.hedgeFailed(attempt, error);
    else if (retry ? this.isRetried(attempt) : this.libraryTriesAgain(attempt, why)) this.tryAgain();
    else this.end(attempt, this.failures(error));
  }

  abandoned(attempt: Attempt, why: Abandoning, error: ServiceError): void {
    if (why === 'timeout') this.failed(attempt, 'timed out', error);
    else if (why === 'superseded') this.attemptFailed(attempt, 'superseded');
    else if (!this.isOver) this.end(attempt, this.failures(error));
  }

  private get latest(): Attempt {
    return this.attempts[this.attempts.length - 1];
  }

  private newAttempt(): Attempt {
    const { world, pool } = this.client;
    const attempt = new Attempt(world, pool, this, this.attempts.length);
    this.attempts.push(attempt);
    return attempt;
  }

  private attemptFailed({ place }: Attempt, why: AttemptFailure): void {
    this.client.world.recorder.record('clientStub', place(), { type: 'attempt failed', why });
  }

  /** The call is over. Attempts that are still under way are of no interest any more. */
  private end(attempt: Attempt, outcomes: readonly Outcome[]): void {
    const { world } = this.client;
    this.decisive = attempt;
    for (const timer of this.timers) world.clock.cancel(timer);
    for (const other of this.attempts) if (other !== attempt) other.abandon('superseded');
    this.returned(outcomes);
  }

  /** Python's xmlrpc.client and Node's http agents do so, once: see {@link Protocol.triesAgain}. */
  private libraryTriesAgain({ hasHeard, number }: Attempt, why: AttemptFailure): boolean {
    const { protocol, options } = this.client.world.plan;
    return (why === 'closed' || why === 'reset') && !hasHeard && number === 0 && protocol.triesAgain(options);
  }

  private isRetried(attempt: Attempt): boolean {
    const { world, budget } = this.client;
    const { retry } = world.plan.scenario.policy;
    return retry !== undefined && isRetried(retry, attempt) && budget.spend();
  }

  /** Without a policy of retries there is no pause. */
  private tryAgain(): void {
    const { world, random } = this.client;
    const { retry } = world.plan.scenario.policy;
    const attempt = this.newAttempt();
    const pause = retry ? pauseBefore(retry, attempt.number, random) : 0;
    if (pause > 0) attempt.beginLater(pause);
    else attempt.begin();
  }

  /** Another attempt is made beside those under way, as long as none has an answer. gRFC A6, "Hedging Policy". */
  private hedgeLater(): void {
    const { world } = this.client;
    const { hedge } = world.plan.scenario.policy;
    if (!hedge || this.attempts.length >= hedge.attempts) return;
    const round = this.attempts.length;
    const timer = later(world, hedge.after * 1000, () => {
      if (this.attempts.length !== round) return;
      const fired = world.recorder.record('clientStub', this.place(), { type: 'timer', timer: 'hedge' });
      world.recorder.because(fired, () => this.hedge());
    });
    this.timers.push(timer);
  }

  private hedge(): void {
    this.newAttempt().begin();
    this.hedgeLater();
  }

  /** The next attempt follows at once; when none is left, those under way are waited for. gRFC A6, "Hedging Policy". */
  private hedgeFailed(attempt: Attempt, error: ServiceError): void {
    const { hedge } = this.client.world.plan.scenario.policy;
    if (hedge && this.attempts.length < hedge.attempts) this.hedge();
    else if (!this.attempts.some(other => other.isUnderWay())) this.end(attempt, this.failures(error));
  }

  /** The client waits for its call as long as was said. */
  private watch(): void {
    const [{ deadline, cancelAfter }] = this.calls;
    const limits = { deadline, cancelled: cancelAfter } as const;
    for (const why of ['deadline', 'cancelled'] as const) {
      const limit = limits[why];
      if (limit !== undefined) this.timers.push(later(this.client.world, limit * 1000, () => this.patienceOver(why)));
    }
  }

  private patienceOver(why: GivingUp): void {
    const waiting = this.attempts.filter(attempt => attempt.canBeAbandoned());
    if (waiting.length === 0) return;
    const { recorder } = this.client.world;
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

/** A random UUID, in lower case. RFC 9562 §5.4. */
function randomUuid(random: () => number): string {
  const hex = Array.from({ length: 4 }, () => random().toString(16).padStart(8, '0')).join('');
  const variant = (0x8 | (Number.parseInt(hex[16], 16) & 0x3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
