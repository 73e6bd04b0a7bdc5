// The server's host: the stub that turns messages into calls, and the program that holds the functions.
import type { Method } from '../idl/types';
import type { Outcome } from '../idl/value';
import { server } from '../machines/server';
import { serverStub } from '../machines/server-stub';
import type { Incoming, Outgoing, Request, ServerConnection, StepNumber } from '../protocols/protocol';
import { perform } from '../scenario/behaviour';
import { type Effects, type RunActor, runnable } from './actors';
import type { Connection } from './connection';
import { CLOSE, LOCAL_CALL, marshalCost, SERVICE, unmarshalCost } from './costs';
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
  readonly incoming: Incoming<Request>;
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
      connected: () => {},
      receive: octets => this.received(session, session.protocol.receive(octets)),
      acknowledged: () => {},
      endOfStream: () => {
        session.peerClosed = true;
        if (session.pending === 0) this.closeSoon(session);
      },
      reset: () => {},
    };
  }

  private readonly place = (): EventPlace => this.session?.tcp().place() ?? {};

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
  private received(session: Session, requests: readonly Incoming<Request>[]): void {
    if (session.closing) return;
    if (requests.length === 0 && this.stub.state() === 'idle') {
      this.session = session;
      this.stub.send({ type: 'octets arrive' });
    }
    for (const incoming of requests) {
      session.pending++;
      this.waiting.push({ session, incoming, outcomes: [] });
    }
    if (this.stub.state() === 'idle' || this.stub.state() === 'receiving') this.takeNext();
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
    const { session, incoming } = this.current();
    later(this.world, unmarshalCost(incoming.pdu.bytes.length), () => {
      const message = session.tcp().nextRead('c2s');
      const { content } = incoming;
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
    const content = task?.incoming.content;
    return task && content && 'invocations' in content ? content.invocations[task.outcomes.length] : undefined;
  }

  /** The stub has what it waited for. When no call is left to make, it knows now whether a reply is due. */
  private goOn(event: 'unmarshalled' | 'returned'): void {
    const task = this.current();
    const { content } = task.incoming;
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
    const { method, args } = invocation;
    recorder.record('server', this.place(), { type: 'invoked', method, args });
    this.step('server', 6);
    const declared = plan.service.methods.find(({ name }) => name === method);
    later(this.world, SERVICE, () => {
      const outcome = perform(plan.scenario.server[method], declared as Method, args);
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
      session.tcp().encoded('serverStub', 's2c', reply);
      this.stub.send({ type: 'marshalled' });
    });
  }

  private write(): void {
    this.step('serverStub', 8);
    const task = this.current();
    const { session, reply } = task;
    if (!reply) return;
    session.tcp().write(session.tcp().server, reply, () => {
      if (reply.close) this.closeSoon(session);
      this.served(task);
      this.stub.send({ type: 'sent' });
    });
  }

  /** A request is done with. A client that has closed its side gets the same in return. */
  private served({ session }: Task): void {
    session.pending--;
    if (session.peerClosed && session.pending === 0) this.closeSoon(session);
  }

  private closeSoon(session: Session): void {
    if (session.closing) return;
    session.closing = true;
    later(this.world, CLOSE, () => session.tcp().server.close());
  }
}
