// The client's program: callers, each of which makes the next call when its last has ended.
import type { Outcome } from '../../idl/value';
import { client } from '../../machines/client';
import { type RunActor, runnable } from '../actors';
import { BETWEEN_CALLS, LOCAL_CALL } from '../costs';
import type { ReadingProgram } from '../host-faults';
import { randomNumbers } from '../random';
import type { EventPlace } from '../recorder';
import { later, type World } from '../world';
import { CallUnderWay, type CallWorld } from './call';
import { Pool } from './pool';
import { RetryBudget } from './retry';
import type { NewConnection } from './session';

const PROGRAM = runnable(client);

export class ClientProgram implements ReadingProgram {
  private readonly pool: Pool;
  private readonly client: CallWorld;
  private readonly callers: readonly Caller[];
  private made = 0;
  private finished = 0;

  constructor(
    private readonly world: World,
    newConnection: NewConnection,
    /** All calls have ended. */
    private readonly allEnded: () => void,
  ) {
    this.pool = new Pool(world, newConnection);
    const { exchanges, scenario } = world.plan;
    const budget = new RetryBudget(scenario.policy.retry?.budget);
    this.client = {
      world,
      pool: this.pool,
      budget,
      random: randomNumbers(scenario.seed, 'retries'),
      keyRandom: randomNumbers(scenario.seed, 'call keys'),
    };
    const count = Math.min(scenario.load.callers, exchanges.length);
    this.callers = Array.from({ length: count }, () => new Caller(world, this));
  }

  start(): void {
    for (const caller of this.callers) caller.next();
  }

  /** Nothing is left to happen: whoever has no result will have none. */
  end(): void {
    for (const caller of this.callers) caller.end();
  }

  stopReading(): void {
    this.pool.setReading(false);
  }

  readOn(): void {
    this.pool.setReading(true);
  }

  /** The next call, if one is left to make, for the caller that will have its outcomes. */
  nextCall(returned: (outcomes: readonly Outcome[]) => void): CallUnderWay | undefined {
    const planned = this.world.plan.exchanges[this.made];
    return planned && new CallUnderWay(this.client, this.made++, planned, returned);
  }

  /** Another caller finds no call left to make. Returns whether it is the last to do so. */
  callerFinishes(): boolean {
    this.finished++;
    return this.finished === this.callers.length;
  }

  /** All calls have ended. */
  finish(): void {
    this.pool.finish(this.world.plan.scenario.connection.closeAtEnd);
    this.allEnded();
  }
}

class Caller {
  private readonly chart: RunActor;
  private call: CallUnderWay | undefined;
  private outcomes: readonly Outcome[] = [];

  constructor(
    private readonly world: World,
    private readonly program: ClientProgram,
  ) {
    const effects = { 'call the stub': () => this.callStub(), 'use the result': () => this.useResult() };
    this.chart = world.system.spawn({ id: 'client', machine: PROGRAM, place: this.place, effects });
  }

  /** The program reaches its next call, or its end. */
  next(): void {
    const call = this.program.nextCall(outcomes => this.returned(outcomes));
    if (call) {
      this.call = call;
      this.chart.send({ type: 'call' });
      return;
    }
    const isLast = this.program.callerFinishes();
    // What follows the last call belongs to none.
    if (isLast) this.call = undefined;
    this.chart.send({ type: 'finish' });
    if (isLast) this.program.finish();
  }

  /** {@link ClientProgram.end} */
  end(): void {
    const isWaiting = this.chart.state() === 'waiting';
    if (isWaiting) this.world.recorder.record('client', this.place(), { type: 'still waiting' });
  }

  private readonly place = (): EventPlace => this.call?.place() ?? {};

  private callStub(): void {
    const { call } = this;
    this.world.recorder.record('client', this.place(), { type: 'step', step: 1 });
    later(this.world, LOCAL_CALL, () => call?.begin());
  }

  private returned(outcomes: readonly Outcome[]): void {
    this.outcomes = outcomes;
    later(this.world, LOCAL_CALL, () => this.chart.send({ type: 'return' }));
  }

  private useResult(): void {
    const { recorder } = this.world;
    recorder.record('client', this.place(), { type: 'step', step: 10 });
    recorder.record('client', this.place(), { type: 'result', outcomes: this.outcomes });
    later(this.world, BETWEEN_CALLS, () => this.next());
  }
}
