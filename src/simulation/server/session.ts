// The server stub's end of one TCP connection.
import type { Incoming, Outgoing, Request, ServerConnection, ServerDeadline } from '../../protocols/protocol';
import type { Connection } from '../connection';
import { CLOSE } from '../costs';
import type { CallPlace } from '../recorder';
import type { TcpUser } from '../tcp/endpoint';
import { later, type World } from '../world';
import type { ServerTask } from './worker';

/** Who serves what comes in. */
export interface Servers {
  /** Requests are complete, or (`isReceiving`) a part of one is here. */
  come(session: ServerSession, tasks: readonly ServerTask[], isReceiving: boolean): void;
}

export class ServerSession {
  /** Requests that have come in and not been answered. */
  private pending = 0;
  private isClosing = false;
  private isPeerClosed = false;

  constructor(
    private readonly world: World,
    readonly protocol: ServerConnection,
    private readonly servers: Servers,
    /** Gives the connection once it is made. */
    private readonly connection: () => Connection,
  ) {}

  get tcp(): Connection {
    return this.connection();
  }

  /** The stub's ear at the connection. */
  readonly user: TcpUser = {
    connected: () => {
      const opening = this.protocol.opening?.();
      if (opening) this.writeControl(opening);
    },
    receive: octets => this.received(this.protocol.receive(octets)),
    acknowledged: () => {},
    endOfStream: () => {
      this.isPeerClosed = true;
      if (this.pending === 0) this.closeSoon();
    },
    failed: () => {},
  };

  /** A request is done with. A client that has closed its side gets the same in return. */
  served(): void {
    this.pending--;
    if (this.isPeerClosed && this.pending === 0) this.closeSoon();
  }

  closeSoon(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    later(this.world, CLOSE, () => {
      for (const outgoing of this.protocol.farewell?.() ?? []) this.writeControl(outgoing);
      this.tcp.server.close();
    });
  }

  /** Simplified: a request that comes in after the stub has closed is ignored, where Linux answers it with RST. */
  private received(incoming: readonly Incoming<Request>[]): void {
    if (this.isClosing) return;
    const tasks: ServerTask[] = [];
    for (const { pdu, content, answers = [] } of incoming) {
      const octets = pdu.bytes.length;
      const message = this.tcp.readOn('c2s', octets);
      for (const answer of answers) this.writeControl(answer);
      if (!content) continue;
      this.pending++;
      const place = this.world.recorder.placeOf(message);
      tasks.push({ session: this, place, content, message, octets, outcomes: [] });
      if ('deadline' in content && content.deadline) this.watch(content.deadline, place);
    }
    this.tcp.resume('server');
    this.servers.come(this, tasks, incoming.length === 0 || incoming.some(({ isPart }) => isPart));
  }

  /** Whatever the service is busy with, the stub answers when the time is over. */
  private watch({ after, passed }: ServerDeadline, place: CallPlace): void {
    later(this.world, after * 1000, () => {
      for (const outgoing of passed()) {
        this.tcp.encoded('serverStub', outgoing, false, place);
        this.tcp.write('server', outgoing, () => {}, this.protocol);
      }
    });
  }

  /** Writes what is no reply but serves the conversation. */
  private writeControl(outgoing: Outgoing): void {
    this.tcp.encoded('serverStub', outgoing, true);
    this.tcp.write('server', outgoing, () => {});
  }
}
