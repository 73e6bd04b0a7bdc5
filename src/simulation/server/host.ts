// The server's host: its connections, the requests that wait, and the workers that serve them.

import type { Connection } from '../connection';
import type { TcpUser } from '../tcp/endpoint';
import { sessionContext, type World } from '../world';
import { ServerSession, type Servers } from './session';
import { type ServerTask, Worker } from './worker';

/** Requests are served in the order in which they have come, as many at a time as there are workers. */
export class ServerHost implements Servers {
  private readonly protocol;
  private readonly workers: Worker[] = [];
  private readonly waiting: ServerTask[] = [];

  constructor(private readonly world: World) {
    const { plan } = world;
    this.protocol = plan.protocol.openServer(sessionContext(world, plan.serverService, 'server messages'));
  }

  /** The stub's ear at a new connection. `tcp` gives the connection once it is made. */
  accept(tcp: () => Connection): TcpUser {
    return new ServerSession(this.world, this.protocol.accept(), this, tcp).user;
  }

  come(from: ServerSession, tasks: readonly ServerTask[], isReceiving: boolean): void {
    this.waiting.push(...tasks);
    if (isReceiving && !this.workers.some(worker => worker.isReceivingOn(from))) this.idleWorker()?.receive(from);
    while (this.waiting.length > 0) {
      const { session } = this.waiting[0];
      // What has only begun to come in holds nobody up.
      const worker =
        this.workers.find(each => each.isReceivingOn(session)) ??
        this.idleWorker() ??
        this.workers.find(each => each.isReceiving());
      if (!worker) return;
      worker.takeNext();
    }
  }

  /** Threads are started when there is work for them. */
  private idleWorker(): Worker | undefined {
    const idle = this.workers.find(worker => worker.isIdle());
    if (idle || this.workers.length === this.world.plan.scenario.load.workers) return idle;
    const worker = new Worker(this.world, () => this.waiting.shift());
    this.workers.push(worker);
    return worker;
  }
}
