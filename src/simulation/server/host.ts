// The server's host: its program, whose workers serve the requests, its connections, and what happens to either. ADR 10.
import type { Connection } from '../connection';
import type { FragileServer } from '../host-faults';
import type { TcpUser } from '../tcp/endpoint';
import { sessionContext, type World } from '../world';
import { KnownAnswers } from './deduplication';
import { Process } from './process';
import { ServerSession, type Servers } from './session';
import { type ServerTask, Worker, type Workplace } from './worker';

/** Requests are served in the order in which they have come, as many at a time as there are workers. */
export class ServerHost implements Servers, Workplace, FragileServer {
  readonly process: Process;
  readonly known: KnownAnswers | undefined;
  /** Whether packets reach it, and whether it is there to receive them. */
  isReachable = true;
  isOn = true;
  private readonly protocol;
  private readonly workers: Worker[] = [];
  private readonly sessions: ServerSession[] = [];
  private waiting: ServerTask[] = [];
  private executions = 0;
  private hasStoppedReading = false;

  constructor(
    readonly world: World,
    /** Told of every execution. See {@link HostFaults.executes}. */
    readonly executes: (phase: 'before' | 'after', execution: number) => void,
  ) {
    const { plan } = world;
    this.process = new Process(world);
    const { deduplication } = plan.scenario.policy;
    this.known = deduplication === 'none' ? undefined : new KnownAnswers(deduplication === 'durable');
    this.protocol = plan.protocol.openServer(sessionContext(world, plan.serverService, 'server messages'));
  }

  /** The stub's ear at a new connection. `tcp` gives the connection once it is made. */
  accept(tcp: () => Connection): TcpUser {
    const session = new ServerSession(this.world, this.process, this.protocol.accept(), this, tcp);
    this.sessions.push(session);
    return session.user;
  }

  /** Whether a new connection is accepted. By TCP, that is: a program that hangs does not keep it from shaking hands. */
  get listens(): boolean {
    return !this.process.isGone;
  }

  get reads(): boolean {
    return this.process.isRunning && !this.hasStoppedReading;
  }

  come(from: ServerSession, tasks: readonly ServerTask[], isReceiving: boolean): void {
    this.waiting.push(...tasks);
    const place = from.tcp.placeOfNext('c2s');
    if (isReceiving && !this.workers.some(worker => worker.isReceivingFor(from, place)))
      this.idleWorker()?.receive(from, place);
    while (this.waiting.length > 0) {
      const [{ session, place }] = this.waiting;
      const worker = this.workers.find(each => each.isReceivingFor(session, place)) ?? this.idleWorker();
      // What has only begun to come in holds nobody up.
      const receiving = worker ?? this.workers.find(each => each.isReceiving());
      if (worker) worker.takeNext();
      else if (receiving) receiving.putAside();
      else return;
    }
  }

  nextTask(): ServerTask | undefined {
    return this.waiting.shift();
  }

  nextExecution(): number {
    return this.executions++;
  }

  hang(): void {
    if (!this.process.isRunning) return;
    this.process.standStill();
    for (const worker of this.allWorkers()) worker.happens('hang');
    this.readOrNot();
  }

  goOn(): void {
    if (this.process.isRunning || this.process.isGone) return;
    for (const worker of this.workers) worker.happens('go on');
    this.process.goOn();
    this.readOrNot();
  }

  crash(): void {
    if (this.process.isGone) return;
    this.ends('crash');
    for (const session of this.sessions) if (session.isUsed) session.abandon();
  }

  powerOff(): void {
    if (!this.isOn) return;
    this.isOn = false;
    if (!this.process.isGone) this.ends('power off');
    for (const session of this.sessions) if (session.isUsed) session.vanish();
  }

  start(): void {
    if (!this.process.isGone) return;
    this.isOn = true;
    this.process.start();
    for (const worker of this.workers) worker.happens('start');
  }

  stopReading(): void {
    this.hasStoppedReading = true;
    this.readOrNot();
  }

  readOn(): void {
    this.hasStoppedReading = false;
    this.readOrNot();
  }

  private readOrNot(): void {
    for (const session of this.sessions) session.setReading(this.reads);
  }

  private ends(how: 'crash' | 'power off'): void {
    this.process.end();
    this.known?.forget();
    this.waiting = [];
    for (const worker of this.allWorkers()) worker.ends(how);
  }

  /** There is one at least, to show what happens to the program. */
  private allWorkers(): readonly Worker[] {
    if (this.workers.length === 0) this.workers.push(new Worker(this));
    return this.workers;
  }

  /** Threads are started when there is work for them. */
  private idleWorker(): Worker | undefined {
    const idle = this.workers.find(worker => worker.isIdle());
    if (idle || this.workers.length === this.world.plan.scenario.load.workers) return idle;
    const worker = new Worker(this);
    this.workers.push(worker);
    return worker;
  }
}
