// The client's host: the program that makes the calls, and the stub that turns them into messages.
import type { Outcome, ServiceError } from '../idl/value';
import { client } from '../machines/client';
import { clientStub } from '../machines/client-stub';
import { type Problem, ProblemError } from '../problem/problem';
import type { ClientConnection, GivingUp, Incoming, Outgoing, Reply, StepNumber } from '../protocols/protocol';
import { type Effects, type RunActor, runnable } from './actors';
import type { Connection } from './connection';
import { BETWEEN_CALLS, CLOSE, LOCAL_CALL, marshalCost, unmarshalCost } from './costs';
import type { PlannedExchange } from './plan';
import type { EventPlace } from './recorder';
import type { TcpUser } from './tcp/endpoint';
import { authorityOf, later, sessionContext, type World } from './world';

const PROGRAM = runnable(client);
const STUB = runnable(clientStub);

/** Makes a TCP connection, not yet open, whose client end reports to `user`. */
export type NewConnection = (user: TcpUser) => Connection;

/** The stub's end of one TCP connection. */
interface Session {
  readonly tcp: Connection;
  readonly protocol: ClientConnection;
  /** It is being opened, or is open. */
  opening: boolean;
  /** It is open, and whatever the protocol does before the first call is done. */
  connected: boolean;
  /** This side has closed, or is about to. */
  closing: boolean;
  /** The server has closed its side. */
  peerClosed: boolean;
}

/** A reply that has come in whole: what it says, and the message that it is. */
interface ReadReply {
  readonly content: Reply | Problem;
  readonly message: number;
  readonly octets: number;
}

/** What the stub holds of the exchange under way. */
interface Task extends PlannedExchange {
  readonly index: number;
  session: Session;
  request?: Outgoing;
  reply?: ReadReply;
  outcomes: readonly Outcome[];
  /** The request may be sent once more when no reply comes. */
  hasTryLeft: boolean;
  /** The connection was not open when the call was made. */
  opened?: boolean;
  /** The client does not wait any longer. */
  givingUp?: GivingUp;
}

export class ClientSide {
  private readonly program: RunActor;
  private readonly stub: RunActor;
  private readonly protocol;
  private session: Session | undefined;
  private task: Task | undefined;
  private made = 0;

  constructor(
    private readonly world: World,
    private readonly newConnection: NewConnection,
  ) {
    const { system, plan } = world;
    this.protocol = plan.protocol.openClient(sessionContext(world, plan.service, 'client messages'));
    const { place } = this;
    this.program = system.spawn({ id: 'client', machine: PROGRAM, place, effects: this.programEffects() });
    const facts = {
      isConnected: () => this.task?.session.connected === true,
      wantsReply: () => this.task?.request?.unanswered !== true,
      hasTryLeft: () => this.task?.hasTryLeft === true,
    };
    this.stub = system.spawn({ id: 'clientStub', machine: STUB, place, input: facts, effects: this.stubEffects() });
  }

  /** The program reaches its next call, or its end. */
  start(): void {
    const { exchanges, scenario, protocol, options } = this.world.plan;
    const index = this.made++;
    if (index < exchanges.length) {
      const session = this.session && !this.session.closing ? this.session : this.newSession();
      const hasTryLeft = protocol.triesAgain(options);
      this.task = { ...exchanges[index], index, session, outcomes: [], hasTryLeft };
      this.watch(this.task);
      this.program.send({ type: 'call' });
      return;
    }
    this.task = undefined;
    this.program.send({ type: 'finish' });
    if (this.session) this.session.tcp.exchange = undefined;
    if (scenario.connection.closeAtEnd) this.closeSoon();
  }

  private readonly place = (): EventPlace => {
    const session = this.task?.session;
    return { exchange: this.task?.index, connection: session?.connected ? session.tcp.index : undefined };
  };

  private programEffects(): Effects {
    return {
      'call the stub': () => this.callStub(),
      'use the result': () => this.useResult(),
    };
  }

  private stubEffects(): Effects {
    return {
      marshal: () => this.marshal(),
      'begin anew': () => this.beginAnew(),
      'open a connection': () => this.open(),
      'write the message': () => this.write(),
      unmarshal: () => this.unmarshal(),
      'return to the client': () => this.returnToClient(),
      'throw to the client': () => this.throwToClient(),
      'give up the call': () => this.giveUp(),
    };
  }

  private step(step: StepNumber): void {
    const actor = step === 1 || step === 10 ? 'client' : 'clientStub';
    this.world.recorder.record(actor, this.place(), { type: 'step', step });
  }

  private current(): Task {
    if (!this.task) throw new Error('no call is under way');
    return this.task;
  }

  /** The client waits for its call as long as was said. */
  private watch(task: Task): void {
    const [{ deadline, cancelAfter }] = task.calls;
    const limits = { deadline, cancelled: cancelAfter } as const;
    for (const why of ['deadline', 'cancelled'] as const) {
      const limit = limits[why];
      if (limit !== undefined) later(this.world, limit * 1000, () => this.patienceOver(task, why));
    }
  }

  /** A reply that has come is read all the same; a request that is being marshalled is begun and given up then. */
  private patienceOver(task: Task, why: GivingUp): void {
    const state = this.stub.state();
    if (task !== this.task || task.givingUp || state === 'idle' || state === 'unmarshalling') return;
    task.givingUp = why;
    const actor = why === 'deadline' ? 'clientStub' : 'client';
    const { recorder } = this.world;
    const fired = recorder.record(actor, this.place(), { type: 'timer', timer: why });
    recorder.because(fired, () => this.stub.send({ type: 'given up' }));
  }

  private giveUp(): void {
    const task = this.current();
    const { session } = task;
    const given = session.protocol.giveUp?.(task.givingUp as GivingUp, task.request as Outgoing);
    if (!given) throw new Error('the protocol gives no call up');
    for (const outgoing of given.tells) this.writeControl(session, outgoing);
    session.tcp.resume('client');
    task.outcomes = this.failures(given.error);
    this.returnToClient();
  }

  private callStub(): void {
    this.step(1);
    later(this.world, LOCAL_CALL, () => this.stub.send({ type: 'call' }));
  }

  private marshal(): void {
    this.step(2);
    const task = this.current();
    const { length } = this.encode(task).pdu.bytes;
    later(this.world, marshalCost(length), () => {
      if (task.session.closing) {
        task.session = this.newSession();
        this.encode(task);
      }
      task.session.tcp.encoded('clientStub', task.request as Outgoing);
      this.stub.send({ type: 'marshalled' });
      if (task.givingUp) this.stub.send({ type: 'given up' });
    });
  }

  private encode(task: Task): Outgoing {
    task.session.tcp.exchange = task.index;
    task.request = task.session.protocol.request(task.calls, task.batch);
    return task.request;
  }

  /** The call is to go out a second time, on a new connection. Simplified: all of it is marshalled again, where Python keeps the body. */
  private beginAnew(): void {
    const task = this.current();
    this.closeSoon(task.session);
    task.hasTryLeft = false;
    task.session = this.newSession();
  }

  private open(): void {
    this.step(3);
    const task = this.current();
    const { session } = task;
    task.opened = true;
    // A call that was given up may have left it half open.
    if (session.opening) return;
    session.opening = true;
    session.tcp.client.connect();
  }

  private write(): void {
    const task = this.current();
    const { session, request } = task;
    // With a handshake, step 3 has begun already.
    if (!task.opened) this.step(3);
    const sent = () => {
      if (request?.close) this.closeSoon(session);
      if (task !== this.task) return;
      this.stub.send({ type: 'sent' });
      if (session.tcp.client.isAllAcknowledged) this.stub.send({ type: 'acknowledged' });
      if (session.peerClosed) this.streamEnded(session);
    };
    session.tcp.write('client', request as Outgoing, sent, session.protocol);
  }

  private received(session: Session, incoming: readonly Incoming<Reply>[]): void {
    for (const { pdu, content, answers = [] } of incoming) {
      const message = session.tcp.readOn('s2c', pdu.bytes.length);
      for (const answer of answers) this.writeControl(session, answer);
      if (content && session === this.task?.session) this.task.reply ??= { content, message, octets: pdu.bytes.length };
    }
    this.readyIfSo(session);
    session.tcp.resume('client');
    if (session !== this.task?.session) return;
    if (this.task.reply) this.stub.send({ type: 'reply complete' });
    else if (incoming.length === 0 || incoming.some(({ isPart }) => isPart)) this.stub.send({ type: 'octets arrive' });
  }

  private opened(session: Session): void {
    const opening = session.protocol.opening?.();
    if (opening) this.writeControl(session, opening);
    if (session.closing) this.close(session);
    this.readyIfSo(session);
  }

  private readyIfSo(session: Session): void {
    if (session.connected || session.protocol.isReady?.() === false) return;
    session.connected = true;
    if (session === this.task?.session) this.stub.send({ type: 'connected' });
  }

  /** Writes what is no request but serves the conversation. */
  private writeControl({ tcp }: Session, outgoing: Outgoing): void {
    tcp.encoded('clientStub', outgoing, true);
    tcp.write('client', outgoing, () => {});
  }

  private unmarshal(): void {
    this.step(9);
    const task = this.current();
    const { content, message, octets } = task.reply as ReadReply;
    later(this.world, unmarshalCost(octets), () => {
      if ('code' in content) {
        this.world.recorder.record('clientStub', this.place(), { type: 'decoded', message, problem: content });
        task.outcomes = this.failures({ exception: 'ProtocolError', message: new ProblemError(content).message });
      } else {
        this.world.recorder.record('clientStub', this.place(), { type: 'decoded', message });
        task.outcomes = content.outcomes;
      }
      this.stub.send({ type: 'unmarshalled' });
    });
  }

  private returnToClient(): void {
    const { plan } = this.world;
    if (!plan.scenario.connection.reuse || !plan.protocol.keepsAlive(plan.options) || this.session?.peerClosed)
      this.closeSoon();
    later(this.world, LOCAL_CALL, () => this.program.send({ type: 'return' }));
  }

  private throwToClient(): void {
    const { plan } = this.world;
    const attempt = { authority: authorityOf(plan), connected: true, waited: 0 };
    this.current().outcomes = this.failures(plan.protocol.failure('closed', plan.options, attempt));
    this.returnToClient();
  }

  /** What each call that wanted a reply ends with when none can be understood. */
  private failures(error: ServiceError): Outcome[] {
    const failure: Outcome = { kind: 'threw', error };
    return this.current()
      .calls.filter(({ oneway }) => !oneway)
      .map(() => failure);
  }

  private useResult(): void {
    this.step(10);
    const { outcomes } = this.current();
    this.world.recorder.record('client', this.place(), { type: 'result', outcomes });
    later(this.world, BETWEEN_CALLS, () => this.start());
  }

  private newSession(): Session {
    const user: TcpUser = {
      connected: () => this.opened(session),
      receive: octets => this.received(session, session.protocol.receive(octets)),
      acknowledged: () => this.stub.send({ type: 'acknowledged' }),
      endOfStream: () => this.streamEnded(session),
      failed: () => this.streamEnded(session),
    };
    const session: Session = {
      tcp: this.newConnection(user),
      protocol: this.protocol.connect(),
      opening: false,
      connected: false,
      closing: false,
      peerClosed: false,
    };
    this.session = session;
    return session;
  }

  /** The server has closed its side: that may complete a reply; in any case this side closes too, when the call is over. */
  private streamEnded(session: Session): void {
    session.peerClosed = true;
    const state = session === this.task?.session ? this.stub.state() : 'idle';
    if (state === 'sending' || state === 'unmarshalling') return;
    if (state === 'idle' || state === 'marshalling') {
      this.closeSoon(session);
      return;
    }
    const replies = session.protocol.end();
    if (replies.length > 0) this.received(session, replies);
    else this.stub.send({ type: 'connection lost' });
  }

  private closeSoon(session = this.session): void {
    if (!session || session.closing) return;
    session.closing = true;
    later(this.world, CLOSE, () => {
      // Simplified: a connection whose call was given up is opened to its end, where Linux would forget it.
      if (session.tcp.client.state !== 'SYN-SENT') this.close(session);
    });
  }

  private close(session: Session): void {
    for (const outgoing of session.protocol.farewell?.() ?? []) this.writeControl(session, outgoing);
    session.tcp.client.close();
  }
}
