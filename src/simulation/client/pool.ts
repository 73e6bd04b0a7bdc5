// The client's connections: which one an attempt gets, when it has to wait for one, and when they are closed.
import type { ClientConnection } from '../../protocols/protocol';
import { sessionContext, type World } from '../world';
import type { Attempt } from './attempt';
import { ClientSession, type NewConnection } from './session';

/**
 * Connections are kept for further calls where scenario and protocol say so. One that multiplexes is shared by all calls under way; any other
 * carries one at a time, so that a call finds a free one, opens one, or, where there may be no more, waits: the first come is the first served.
 */
export class Pool {
  private readonly openProtocol: () => ClientConnection;
  private readonly keeps: boolean;
  private readonly shares: boolean;
  private readonly limit: number;
  /** Those in use or to be used again, and the one that was opened last. */
  private sessions: ClientSession[] = [];
  private latest: ClientSession | undefined;
  private readonly waiting: Attempt[] = [];
  private reads = true;

  constructor(
    private readonly world: World,
    private readonly newConnection: NewConnection,
  ) {
    const { protocol, options, service, scenario } = world.plan;
    const { connect } = protocol.openClient(sessionContext(world, service, 'client messages'));
    const { reuse, pool } = scenario.connection;
    this.openProtocol = connect;
    this.keeps = reuse && protocol.keepsAlive(options);
    this.shares = this.keeps && protocol.multiplexes(options);
    this.limit = pool ?? (this.shares ? 1 : Number.POSITIVE_INFINITY);
  }

  /** A connection for `attempt`. When there is none, it gets one later: {@link Attempt.getConnection}. */
  take(attempt: Attempt): ClientSession | undefined {
    const session = this.waiting.length === 0 ? this.available() : undefined;
    if (session) session.attempts.push(attempt);
    else this.waiting.push(attempt);
    return session;
  }

  /** A new connection for `attempt`, in the place of its own, which is being closed. */
  replace(attempt: Attempt, session: ClientSession): ClientSession {
    remove(session.attempts, attempt);
    const fresh = this.newSession();
    fresh.attempts.push(attempt);
    return fresh;
  }

  /** `attempt` is over, or does not want a connection any more. */
  leave(attempt: Attempt, session: ClientSession | undefined): void {
    if (!session) {
      remove(this.waiting, attempt);
      return;
    }
    remove(session.attempts, attempt);
    if (!this.keeps || session.isPeerClosed) session.closeSoon();
    this.serve();
  }

  /** No call follows. */
  finish(closeAtEnd: boolean): void {
    for (const session of this.sessions) session.tcp.user = {};
    if (this.latest) this.latest.tcp.user = {};
    if (closeAtEnd) for (const session of [...this.sessions]) session.closeSoon();
  }

  /** Whether the program reads what comes in. */
  setReading(reads: boolean): void {
    this.reads = reads;
    for (const session of this.sessions) session.setReading(reads);
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const session = this.available();
      if (!session) return;
      const attempt = this.waiting.shift() as Attempt;
      session.attempts.push(attempt);
      attempt.getConnection(session);
    }
  }

  private available(): ClientSession | undefined {
    this.sessions = this.sessions.filter(({ isClosing, attempts }) => !isClosing || attempts.length > 0);
    const open = this.sessions.filter(({ isClosing }) => !isClosing);
    const idle = open.find(({ attempts }) => attempts.length === 0);
    if (idle) return idle;
    if (this.sessions.length < this.limit) return this.newSession();
    return this.shares ? leastUsed(open) : undefined;
  }

  private newSession(): ClientSession {
    const session = new ClientSession(this.world, this.newConnection, this.openProtocol());
    if (!this.reads) session.setReading(false);
    this.latest = session;
    this.sessions.push(session);
    return session;
  }
}

function leastUsed(sessions: readonly ClientSession[]): ClientSession | undefined {
  return sessions.reduce<ClientSession | undefined>(
    (least, session) => (least && least.attempts.length <= session.attempts.length ? least : session),
    undefined,
  );
}

function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}
