// A thread of the server: the stub that turns a message into calls, and the program that holds the functions.
import { USUAL_TIME } from '../../idl/behaviour';
import type { Method } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { server } from '../../machines/server';
import { serverStub } from '../../machines/server-stub';
import type { Problem } from '../../problem/problem';
import type { Outgoing, Request, StepNumber } from '../../protocols/protocol';
import { perform } from '../../scenario/behaviour';
import { octetsRead } from '../../trace/octets-read';
import { type Effects, type RunActor, runnable } from '../actors';
import { LOCAL_CALL, marshalCost, unmarshalCost } from '../costs';
import type { CallPlace, EventPlace } from '../recorder';
import type { World } from '../world';
import type { KnownAnswers } from './deduplication';
import type { Process } from './process';
import type { ServerSession } from './session';

const STUB = runnable(serverStub);
const PROGRAM = runnable(server);

/** A request on its way through a stub. */
export interface ServerTask {
  readonly session: ServerSession;
  /** The exchange and attempt that it belongs to. */
  readonly place: CallPlace;
  readonly content: Request | Problem;
  /** The message that it is, and its octets. */
  readonly message: number;
  readonly octets: number;
  readonly outcomes: Outcome[];
  reply?: Outgoing;
}

/** What workers have in common. */
export interface Workplace {
  readonly world: World;
  readonly process: Process;
  /** Absent: the server knows no call again. */
  readonly known: KnownAnswers | undefined;
  /** The next request that waits, if there is one. */
  nextTask(): ServerTask | undefined;
  /** A function is about to be executed, or has been: something may happen to the server then. */
  executes(phase: 'before' | 'after', execution: number): void;
  /** Counts the executions of all workers, from 0. */
  nextExecution(): number;
}

export class Worker {
  private readonly program: RunActor;
  private readonly stub: RunActor;
  private task: ServerTask | undefined;
  /** The connection that the stub is busy with, or was last. */
  private session: ServerSession | undefined;
  /** What it is receiving, or received last, belongs to. */
  private partial: CallPlace = {};

  private readonly world: World;
  private readonly process: Process;

  constructor(private readonly workplace: Workplace) {
    this.world = workplace.world;
    this.process = workplace.process;
    const { system } = this.world;
    const { place } = this;
    const facts = {
      hasCallLeft: () => this.nextInvocation() !== undefined,
      owesReply: () => this.task?.reply !== undefined,
    };
    this.stub = system.spawn({ id: 'serverStub', machine: STUB, place, input: facts, effects: this.stubEffects() });
    this.program = system.spawn({ id: 'server', machine: PROGRAM, place, effects: this.programEffects() });
  }

  isIdle(): boolean {
    return this.stub.state() === 'idle';
  }

  isReceiving(): boolean {
    return this.stub.state() === 'receiving';
  }

  /** Whether it is receiving what belongs to `place`. */
  isReceivingFor(session: ServerSession, { exchange, attempt }: CallPlace): boolean {
    const { partial } = this;
    const isSame = partial.exchange === exchange && partial.attempt === attempt;
    return isSame && this.session === session && this.isReceiving();
  }

  /** A part of a request is here. */
  receive(session: ServerSession, place: CallPlace): void {
    this.session = session;
    this.partial = place;
    this.stub.send({ type: 'octets arrive' });
  }

  /** Leaves what it has only begun to receive, and takes the next request that waits. */
  putAside(): void {
    this.stub.send({ type: 'put aside' });
  }

  /** Takes the next request that waits. */
  takeNext(): void {
    this.task = this.workplace.nextTask();
    if (!this.task) return;
    this.session = this.task.session;
    this.stub.send({ type: 'request complete' });
  }

  /** Something happens to the program as a whole: it hangs, goes on, or starts. */
  happens(event: 'hang' | 'go on' | 'start'): void {
    if (!this.task) this.session = undefined;
    if (event === 'start') this.stub.send({ type: event });
    this.program.send({ type: event });
  }

  /** The program is gone, and whatever it was about. */
  ends(event: 'crash' | 'power off'): void {
    if (!this.task) this.session = undefined;
    this.program.send({ type: event });
    this.stub.send({ type: event });
    this.task = undefined;
    this.session = undefined;
  }

  private readonly place = (): EventPlace => {
    const connection = this.session?.tcp.index;
    if (connection === undefined) return {};
    return { connection, ...(this.task?.place ?? this.partial) };
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

  private current(): ServerTask {
    if (!this.task) throw new Error('no request is being served');
    return this.task;
  }

  private unmarshal(): void {
    this.step('serverStub', 4);
    const { session, content, message, octets } = this.current();
    this.process.later(unmarshalCost(octets), () => {
      const problem = 'code' in content ? content : undefined;
      const read = { ...(problem && { problem }), ...this.misread() };
      this.world.recorder.record('serverStub', this.place(), { type: 'decoded', message, ...read });
      // Nothing can be answered to octets that make no sense: the connection is of no further use.
      if (problem) session.closeSoon();
      this.goOn('unmarshalled');
    });
  }

  /** What is read of a damaged request goes on record, for it may be other than what the client has called. */
  private misread() {
    const { recorder } = this.world;
    const { content, message } = this.current();
    if (!recorder.hasDamage || !('invocations' in content) || !octetsRead(recorder, message)) return {};
    return { calls: content.invocations.map(({ method, args }) => ({ method, args })) };
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
    const { content, session } = task;
    if ('reply' in content && this.nextInvocation() === undefined) task.reply = content.reply(task.outcomes);
    if (!task.reply && this.nextInvocation() === undefined) session.served();
    this.stub.send({ type: event });
  }

  /** A call that is known by its key, and has been executed, is answered as it was then. */
  private callService(): void {
    const key = this.key();
    const answer = key === undefined ? undefined : this.workplace.known?.answerTo(key);
    if (answer) this.answerAgain(answer);
    else if (this.mayExecute(key)) {
      this.step('serverStub', 5);
      this.process.later(LOCAL_CALL, () => this.program.send({ type: 'call' }));
    }
  }

  /** Not while a call of the same key is being executed: when that has ended, this one comes again. */
  private mayExecute(key: string | undefined): boolean {
    const { known } = this.workplace;
    if (key === undefined || !known) return true;
    const again = this.process.ifAlive(() => this.callService());
    return known.claim(key, again);
  }

  private answerAgain(outcome: Outcome): void {
    const { method } = this.nextInvocation()!;
    this.world.recorder.record('serverStub', this.place(), { type: 'deduplicated', method });
    this.current().outcomes.push(outcome);
    this.process.later(LOCAL_CALL, () => this.goOn('returned'));
  }

  /** What the next call is known by: calls of one message have one key, and an order. */
  private key(): string | undefined {
    const key = this.nextInvocation()?.key;
    return key === undefined ? undefined : `${key} ${this.current().outcomes.length}`;
  }

  /** Something may happen to the server before: then the function is not entered, or later. */
  private execute(): void {
    const execution = this.workplace.nextExecution();
    const enter = this.process.ifAlive(() => this.enter(execution));
    this.workplace.executes('before', execution);
    enter();
  }

  private enter(execution: number): void {
    const { recorder, plan } = this.world;
    const invocation = this.nextInvocation();
    if (!invocation) return;
    const { method, args, metadata } = invocation;
    recorder.record('server', this.place(), { type: 'invoked', method, args, ...(metadata && { metadata }) });
    this.step('server', 6);
    const declared = plan.service.methods.find(({ name }) => name === method);
    const behaviour = plan.scenario.server[method];
    const { known } = this.workplace;
    const key = this.key();
    this.process.later(behaviour.takes ?? USUAL_TIME, () => {
      const outcome = perform(behaviour, declared as Method, args);
      recorder.record('server', this.place(), { type: 'completed', method, outcome });
      if (key !== undefined) known?.keep(key, outcome);
      this.current().outcomes.push(outcome);
      const leave = this.process.ifAlive(() => {
        this.program.send({ type: outcome.kind === 'returned' ? 'return' : 'throw' });
      });
      this.workplace.executes('after', execution);
      leave();
      if (key !== undefined) known?.release(key);
    });
  }

  private returnToStub(): void {
    this.process.later(LOCAL_CALL, () => this.goOn('returned'));
  }

  private marshal(): void {
    this.step('serverStub', 7);
    const { session, reply, place } = this.current();
    if (!reply) return;
    this.process.later(marshalCost(reply.pdu.bytes.length), () => {
      session.tcp.encoded('serverStub', reply, false, place);
      this.stub.send({ type: 'marshalled' });
    });
  }

  private write(): void {
    this.step('serverStub', 8);
    const { session, reply } = this.current();
    if (!reply) return;
    const sent = () => {
      if (reply.close) session.closeSoon();
      session.served();
      this.stub.send({ type: 'sent' });
    };
    session.tcp.write('server', reply, sent, session.protocol);
  }
}
