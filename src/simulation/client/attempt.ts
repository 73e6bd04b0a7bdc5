// One attempt at a call: its client stub, its request, and the reply to that.
import type { Outcome, ServiceError } from '../../idl/value';
import { clientStub } from '../../machines/client-stub';
import { type Problem, ProblemError } from '../../problem/problem';
import type { Call, Failure, GivingUp, Outgoing, Reply, StepNumber } from '../../protocols/protocol';
import type { AttemptFailure, Micros } from '../../trace/trace';
import { type Effects, type RunActor, runnable } from '../actors';
import { marshalCost, unmarshalCost } from '../costs';
import type { EventPlace } from '../recorder';
import type { Timer } from '../virtual-clock';
import { authorityOf, later, type World } from '../world';
import type { Pool } from './pool';
import type { ClientSession } from './session';

const STUB = runnable(clientStub);

/** A reply that has come in whole: what it says, and the message that it is. */
export interface ReadReply {
  readonly content: Reply | Problem;
  readonly message: number;
  readonly octets: number;
}

/** Why nobody waits for an attempt any longer: for the call at all, for this attempt, or because another was answered. */
export type Abandoning = GivingUp | 'timeout' | 'superseded';

/** What can become of a connection. */
type Lost = Exclude<Failure, GivingUp>;

/** The call that an attempt is made for. */
export interface AttemptOwner {
  readonly exchange: number;
  readonly batch: boolean;
  /** The calls as attempt `number` makes them, when it is marshalled. */
  callsFor(number: number): readonly Call[];
  answered(attempt: Attempt, outcomes: readonly Outcome[]): void;
  failed(attempt: Attempt, why: AttemptFailure, error: ServiceError): void;
  /** Its stub has stopped waiting. `error`: what the protocol's library throws then. */
  abandoned(attempt: Attempt, why: Abandoning, error: ServiceError): void;
}

export class Attempt {
  request: Outgoing | undefined;
  /** Octets of a reply have come. */
  hasHeard = false;
  private readonly stub: RunActor;
  private hasReserved = false;
  private timer: Timer | undefined;
  private session: ClientSession | undefined;
  private reply: ReadReply | undefined;
  private abandonedFor: Abandoning | undefined;
  private lostBy: Lost = 'closed';
  /** Step 3 has begun, with the handshake. */
  private hasOpened = false;
  private beganAt: Micros;

  constructor(
    private readonly world: World,
    private readonly pool: Pool,
    private readonly owner: AttemptOwner,
    /** Counted from 0. */
    readonly number: number,
  ) {
    const facts = {
      hasConnection: () => this.session !== undefined,
      isConnected: () => this.session?.isConnected === true,
      wantsReply: () => this.request?.unanswered !== true,
    };
    const { place } = this;
    const effects = this.effects();
    this.stub = world.system.spawn({ id: 'clientStub', machine: STUB, place, input: facts, effects });
    this.beganAt = world.clock.now();
  }

  readonly place = (): EventPlace => {
    const { session } = this;
    return { ...this.callPlace(), connection: session?.isConnected ? session.tcp.index : undefined };
  };

  /** Takes a free connection, or gets in line for one. */
  reserve(): void {
    this.hasReserved = true;
    this.session = this.pool.take(this);
  }

  /** The stub is called. */
  begin(): void {
    if (!this.hasReserved) this.reserve();
    this.beganAt = this.world.clock.now();
    this.watch();
    this.stub.send({ type: 'call' });
  }

  /** The stub waits, then is called. */
  beginLater(pause: Micros): void {
    const { world } = this;
    this.stub.send({ type: 'try later' });
    this.timer = later(world, pause, () => {
      const fired = world.recorder.record('clientStub', this.place(), { type: 'timer', timer: 'backoff' });
      world.recorder.because(fired, () => this.begin());
    });
  }

  /** It has waited for a connection, and gets one. */
  getConnection(session: ClientSession): void {
    this.session = session;
    this.stub.send({ type: 'connection free' });
  }

  /** Nobody waits for it any longer. Of no effect when it has its reply, or is over. */
  abandon(why: Abandoning): void {
    if (!this.canBeAbandoned()) return;
    this.abandonedFor = why;
    // A request that is being marshalled is given up when it has been.
    this.stub.send({ type: 'given up' });
  }

  /** A reply that has come is read all the same. */
  canBeAbandoned(): boolean {
    const state = this.stub.state();
    return this.abandonedFor === undefined && state !== 'idle' && state !== 'unmarshalling';
  }

  /** Whether something may still come of it. */
  isUnderWay(): boolean {
    return this.stub.state() !== 'idle';
  }

  /** Whether some of its request has gone out, so that the server may have executed it. */
  get mayBeExecuted(): boolean {
    return this.request !== undefined && this.session?.tcp.hasBegun(this.request) === true;
  }

  connected(): void {
    this.stub.send({ type: 'connected' });
  }

  acknowledged(): void {
    if (this.request?.unanswered) this.stub.send({ type: 'acknowledged' });
  }

  lacksReply(): boolean {
    return this.request !== undefined && this.reply === undefined;
  }

  takeReply(reply: ReadReply): void {
    this.reply ??= reply;
  }

  /** Octets of its reply have come in. */
  hear(): void {
    this.hasHeard = true;
    this.stub.send({ type: this.reply ? 'reply complete' : 'octets arrive' });
  }

  /** Whether it cannot go on when the server sends nothing more. */
  waitsForPeer(): boolean {
    return ['connecting', 'awaiting reply', 'receiving', 'awaiting acknowledgment'].includes(this.stub.state());
  }

  /** Whether it does not look at its connection now, which it will want to read from, or has no more need of. */
  isBusy(): boolean {
    return ['sending', 'unmarshalling'].includes(this.stub.state());
  }

  connectionLost(why: Lost): void {
    this.lostBy = why;
    this.stub.send({ type: 'connection lost' });
  }

  private effects(): Effects {
    return {
      marshal: () => this.marshal(),
      'open a connection': () => this.open(),
      'write the message': () => this.write(),
      unmarshal: () => this.unmarshal(),
      'return to the client': () => this.returnToClient(),
      'fail the attempt': () => this.fail(),
      'give up the attempt': () => this.giveUp(),
    };
  }

  /** It may take as long as the policy says. */
  private watch(): void {
    const { world } = this;
    const { timeout } = world.plan.scenario.policy;
    if (timeout === undefined) return;
    this.timer = later(world, timeout * 1000, () => {
      if (!this.canBeAbandoned()) return;
      const fired = world.recorder.record('clientStub', this.place(), { type: 'timer', timer: 'timeout' });
      world.recorder.because(fired, () => this.abandon('timeout'));
    });
  }

  private callPlace() {
    const { owner, number } = this;
    return { exchange: owner.exchange, ...(number > 0 && { attempt: number }) };
  }

  private step(step: StepNumber): void {
    this.world.recorder.record('clientStub', this.place(), { type: 'step', step });
  }

  private connection(): ClientSession {
    if (!this.session) throw new Error('the attempt has no connection');
    return this.session;
  }

  private marshal(): void {
    this.step(2);
    const { length } = this.encode(this.connection()).pdu.bytes;
    later(this.world, marshalCost(length), () => {
      let session = this.connection();
      if (session.isClosing) {
        session = this.pool.replace(this, session);
        this.session = session;
        this.encode(session);
      }
      session.tcp.encoded('clientStub', this.request as Outgoing, false, this.callPlace());
      this.stub.send({ type: 'marshalled' });
      if (this.abandonedFor) this.stub.send({ type: 'given up' });
    });
  }

  private encode({ tcp, protocol }: ClientSession): Outgoing {
    tcp.user = this.callPlace();
    this.request = protocol.request(this.owner.callsFor(this.number), this.owner.batch);
    return this.request;
  }

  private open(): void {
    this.step(3);
    this.hasOpened = true;
    this.connection().open();
  }

  private write(): void {
    if (!this.hasOpened) this.step(3);
    const session = this.connection();
    const request = this.request as Outgoing;
    const sent = () => {
      if (request.close) session.closeSoon();
      if (this.stub.state() !== 'sending') return;
      this.stub.send({ type: 'sent' });
      if (session.tcp.client.isAllAcknowledged) this.acknowledged();
      if (this.reply) this.hear();
      else if (session.isPeerClosed) session.streamEnded();
    };
    session.tcp.write('client', request, sent, session.protocol);
  }

  private unmarshal(): void {
    this.step(9);
    const { content, message, octets } = this.reply as ReadReply;
    later(this.world, unmarshalCost(octets), () => {
      const problem = 'code' in content ? { problem: content } : {};
      this.world.recorder.record('clientStub', this.place(), { type: 'decoded', message, ...problem });
      this.stub.send({ type: 'unmarshalled' });
    });
  }

  private returnToClient(): void {
    const content = this.reply?.content ?? { outcomes: [] };
    this.end();
    if ('code' in content) this.owner.failed(this, 'unreadable', unreadable(content));
    else this.owner.answered(this, content.outcomes);
  }

  private fail(): void {
    const { lostBy } = this;
    const error = this.errorOf(lostBy);
    this.session?.closeSoon();
    this.end();
    this.owner.failed(this, lostBy, error);
  }

  /** The server is told, where the protocol can; else the connection is of no further use, unless other calls share it. */
  private giveUp(): void {
    const { session, request, world } = this;
    const why = this.abandonedFor as Abandoning;
    const error = this.errorOf(why === 'cancelled' ? 'cancelled' : 'deadline');
    const tells = request && session?.protocol.giveUp?.(request);
    if (tells) {
      for (const outgoing of tells) session?.writeControl(outgoing);
      session?.tcp.writers.client.resume();
    } else if (!world.plan.protocol.multiplexes(world.plan.options)) session?.giveUp();
    this.end();
    this.owner.abandoned(this, why, error);
  }

  private errorOf(why: Failure): ServiceError {
    const { plan, clock } = this.world;
    const waited = Math.round((clock.now() - this.beganAt) / 1000);
    const connected = this.session?.isConnected === true;
    const [{ method }] = this.owner.callsFor(this.number);
    const attempt = { authority: authorityOf(plan), connected, waited, service: plan.service.name, method };
    return plan.protocol.failure(why, plan.options, attempt);
  }

  private end(): void {
    if (this.timer) this.world.clock.cancel(this.timer);
    this.pool.leave(this, this.session);
  }
}

function unreadable(problem: Problem): ServiceError {
  return { exception: 'ProtocolError', message: new ProblemError(problem).message };
}
