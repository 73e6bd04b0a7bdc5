// The server's host: the stub that turns messages into calls, and the program that holds the functions.
import { USUAL_TIME } from '../idl/behaviour';
import type { Method } from '../idl/types';
import type { Outcome } from '../idl/value';
import { server } from '../machines/server';
import { serverStub } from '../machines/server-stub';
import type { Problem } from '../problem/problem';
import type { Incoming, Outgoing, Request, ServerConnection, ServerDeadline, StepNumber } from '../protocols/protocol';
import { perform } from '../scenario/behaviour';
import { type Effects, type RunActor, runnable } from './actors';
import type { Connection } from './connection';
import { CLOSE, LOCAL_CALL, marshalCost, unmarshalCost } from './costs';
import type { EventPlace } from './recorder';
import type { TcpUser } from './tcp/endpoint';
import { later, sessionContext, type World } from './world';

const STUB = runnable(serverStub);
const PROGRAM = runnable(server);

/** The stub's end of one TCP connection. */
interface Session {
  readonly tcp: () => Connection;
  readonly protocol: ServerConnection;
  /** Requests that have come in and not been answered. */
  pending: number;
  closing: boolean;
  peerClosed: boolean;
}

/** A request on its way through the stub. */
interface Task {
  readonly session: Session;
  /** The exchange that it belongs to: a client that gives up goes on to the next. */
  readonly exchange: number | undefined;
  readonly content: Request | Problem;
  /** The message that it is, and its octets. */
  readonly message: number;
  readonly octets: number;
  readonly outcomes: Outcome[];
  reply?: Outgoing;
}

/** Requests are served one after the other, as a server with a single thread does it. */
export class ServerSide {
  private readonly program: RunActor;
  private readonly stub: RunActor;
  private readonly protocol;
  private readonly waiting: Task[] = [];
  private task: Task | undefined;
  /** The connection that the stub is busy with, or was last. */
  private session: Session | undefined;

  constructor(private readonly world: World) {
    const { system, plan } = world;
    this.protocol = plan.protocol.openServer(sessionContext(world, plan.serverService, 'server messages'));
    const { place } = this;
    const facts = {
      hasCallLeft: () => this.nextInvocation() !== undefined,
      owesReply: () => this.task?.reply !== undefined,
    };
    this.stub = system.spawn({ id: 'serverStub', machine: STUB, place, input: facts, effects: this.stubEffects() });
    this.program = system.spawn({ id: 'server', machine: PROGRAM, place, effects: this.programEffects() });
  }

  /** The stub's ear at a new connection. `tcp` gives the connection once it is made. */
  accept(tcp: () => Connection): TcpUser {
    const session: Session = { tcp, protocol: this.protocol.accept(), pending: 0, closing: false, peerClosed: false };
    return {
      connected: () => {
        const opening = session.protocol.opening?.();
        if (opening) this.writeControl(session, opening);
      },
      receive: octets => this.received(session, session.protocol.receive(octets)),
      acknowledged: () => {},
      endOfStream: () => {
        session.peerClosed = true;
        if (session.pending === 0) this.closeSoon(session);
      },
      failed: () => {},
    };
  }

  private readonly place = (): EventPlace => {
    const place = this.session?.tcp().place() ?? {};
    return this.task ? { ...place, exchange: this.task.exchange } : place;
  };

  private stubEffects(): Effects {
    return {
      unmarshal: () => this.unmarshal(),
      'call the service': () => this.callService(),
      marshal: () => this.marshal(),
      'write the message': () => this.write(),
      'take the next request': () => this.takeNext(),
    };
  }

  private programEffects(): Effects {
    return {
      'execute the function': () => this.execute(),
      'return to the stub': () => this.returnToStub(),
    };
  }

  private step(actor: 'serverStub' | 'server', step: StepNumber): void {
    this.world.recorder.record(actor, this.place(), { type: 'step', step });
  }

  /** Simplified: a request that comes in after the stub has closed is ignored, where Linux answers it with RST. */
  private received(session: Session, incoming: readonly Incoming<Request>[]): void {
    if (session.closing) return;
    for (const { pdu, content, answers = [] } of incoming) {
      const octets = pdu.bytes.length;
      const message = session.tcp().readOn('c2s', octets);
      for (const answer of answers) this.writeControl(session, answer);
      if (!content) continue;
      session.pending++;
      const { exchange } = session.tcp();
      this.waiting.push({ session, exchange, content, message, octets, outcomes: [] });
      if ('deadline' in content && content.deadline) this.watch(session, content.deadline);
    }
    session.tcp().resume('server');
    const isReceiving = incoming.length === 0 || incoming.some(({ isPart }) => isPart);
    if (isReceiving && this.stub.state() === 'idle') {
      this.session = session;
      this.stub.send({ type: 'octets arrive' });
    }
    if (this.stub.state() === 'idle' || this.stub.state() === 'receiving') this.takeNext();
  }

  /** Whatever the service is busy with, the stub answers when the time is over. */
  private watch(session: Session, { after, passed }: ServerDeadline): void {
    later(this.world, after * 1000, () => {
      for (const outgoing of passed()) {
        session.tcp().encoded('serverStub', outgoing);
        session.tcp().write('server', outgoing, () => {});
      }
    });
  }

  /** Writes what is no reply but serves the conversation. */
  private writeControl({ tcp }: Session, outgoing: Outgoing): void {
    tcp().encoded('serverStub', outgoing, true);
    tcp().write('server', outgoing, () => {});
  }

  private takeNext(): void {
    this.task = this.waiting.shift();
    if (!this.task) return;
    this.session = this.task.session;
    this.stub.send({ type: 'request complete' });
  }

  private current(): Task {
    if (!this.task) throw new Error('no request is being served');
    return this.task;
  }

  private unmarshal(): void {
    this.step('serverStub', 4);
    const { session, content, message, octets } = this.current();
    later(this.world, unmarshalCost(octets), () => {
      const problem = 'code' in content ? content : undefined;
      this.world.recorder.record('serverStub', this.place(), { type: 'decoded', message, ...(problem && { problem }) });
      // Nothing can be answered to octets that make no sense: the connection is of no further use.
      if (problem) this.closeSoon(session);
      this.goOn('unmarshalled');
    });
  }

  /** The next call that the request asks for. */
  private nextInvocation() {
    const task = this.task;
    const content = task?.content;
    return task && content && 'invocations' in content ? content.invocations[task.outcomes.length] : undefined;
  }

  /** The stub has what it waited for. When no call is left to make, it knows now whether a reply is due. */
  private goOn(event: 'unmarshalled' | 'returned'): void {
    const task = this.current();
    const { content } = task;
    if ('reply' in content && this.nextInvocation() === undefined) task.reply = content.reply(task.outcomes);
    if (!task.reply && this.nextInvocation() === undefined) this.served(task);
    this.stub.send({ type: event });
  }

  private callService(): void {
    this.step('serverStub', 5);
    later(this.world, LOCAL_CALL, () => this.program.send({ type: 'call' }));
  }

  private execute(): void {
    const { recorder, plan } = this.world;
    const invocation = this.nextInvocation();
    if (!invocation) return;
    const { method, args, metadata } = invocation;
    recorder.record('server', this.place(), { type: 'invoked', method, args, ...(metadata && { metadata }) });
    this.step('server', 6);
    const declared = plan.service.methods.find(({ name }) => name === method);
    const behaviour = plan.scenario.server[method];
    later(this.world, behaviour.takes ?? USUAL_TIME, () => {
      const outcome = perform(behaviour, declared as Method, args);
      recorder.record('server', this.place(), { type: 'completed', method, outcome });
      this.current().outcomes.push(outcome);
      this.program.send({ type: outcome.kind === 'returned' ? 'return' : 'throw' });
    });
  }

  private returnToStub(): void {
    later(this.world, LOCAL_CALL, () => this.goOn('returned'));
  }

  private marshal(): void {
    this.step('serverStub', 7);
    const { session, reply } = this.current();
    if (!reply) return;
    later(this.world, marshalCost(reply.pdu.bytes.length), () => {
      session.tcp().encoded('serverStub', reply);
      this.stub.send({ type: 'marshalled' });
    });
  }

  private write(): void {
    this.step('serverStub', 8);
    const task = this.current();
    const { session, reply } = task;
    if (!reply) return;
    const sent = () => {
      if (reply.close) this.closeSoon(session);
      this.served(task);
      this.stub.send({ type: 'sent' });
    };
    session.tcp().write('server', reply, sent, session.protocol);
  }

  /** A request is done with. A client that has closed its side gets the same in return. */
  private served({ session }: Task): void {
    session.pending--;
    if (session.peerClosed && session.pending === 0) this.closeSoon(session);
  }

  private closeSoon(session: Session): void {
    if (session.closing) return;
    session.closing = true;
    later(this.world, CLOSE, () => {
      for (const outgoing of session.protocol.farewell?.() ?? []) this.writeControl(session, outgoing);
      session.tcp().server.close();
    });
  }
}
