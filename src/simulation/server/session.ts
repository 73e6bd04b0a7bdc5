// The server stub's end of one TCP connection.
import type { Incoming, Outgoing, Request, ServerConnection, ServerDeadline } from '../../protocols/protocol';
import type { Connection } from '../connection';
import { CLOSE } from '../costs';
import type { CallPlace } from '../recorder';
import type { TcpUser } from '../tcp/endpoint';
import type { World } from '../world';
import type { Process } from './process';
import type { ServerTask } from './worker';

/** Who serves what comes in. */
export interface Servers {
  /** Whether the program reads from its sockets. */
  readonly reads: boolean;
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
    private readonly process: Process,
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
    connected: () => this.connected(),
    receive: octets => this.received(this.protocol.receive(octets)),
    acknowledged: () => {},
    endOfStream: () => {
      this.isPeerClosed = true;
      if (this.pending === 0) this.closeSoon();
    },
    failed: () => this.tcp.writers.server.stop(),
  };

  /** Whether a client has connected, or is about to. */
  get isUsed(): boolean {
    return this.tcp.server.state !== 'LISTEN';
  }

  /** The program reads what comes in, or does not. What it is about to close, it has read the last of. */
  setReading(reads: boolean): void {
    if (this.isClosing) return;
    if (reads) this.tcp.server.resumeReading();
    else this.tcp.server.pauseReading();
  }

  /** The program is gone: its host closes the socket. Linux resets what nobody has accepted, or read. */
  abandon(): void {
    const { server } = this.tcp;
    this.isClosing = true;
    this.tcp.writers.server.stop();
    if (server.state === 'SYN-RECEIVED') server.abort();
    else server.closeSocket();
  }

  /** The host is gone: it says nothing. */
  vanish(): void {
    this.isClosing = true;
    this.tcp.writers.server.stop();
    this.tcp.server.abort();
  }

  /** A request is done with. A client that has closed its side gets the same in return. */
  served(): void {
    this.pending--;
    if (this.isPeerClosed && this.pending === 0) this.closeSoon();
  }

  closeSoon(): void {
    if (this.isClosing) return;
    const { protocol, options } = this.world.plan;
    const closesHalf = protocol.closesHalf?.('server', options);
    if (!closesHalf) this.setReading(false);
    this.isClosing = true;
    this.process.later(CLOSE, () => {
      for (const outgoing of this.protocol.farewell?.() ?? []) this.writeControl(outgoing);
      if (closesHalf) this.tcp.server.close();
      else this.tcp.server.closeSocket();
    });
  }

  private connected(): void {
    if (!this.servers.reads) this.setReading(false);
    this.process.ifAlive(() => {
      const opening = this.protocol.opening?.();
      if (opening) this.writeControl(opening);
    })();
  }

  /** Who has closed but its own direction reads on, and throws it away. */
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
    this.tcp.writers.server.resume();
    this.servers.come(this, tasks, incoming.length === 0 || incoming.some(({ isPart }) => isPart));
  }

  /** Whatever the service is busy with, the stub answers when the time is over. */
  private watch({ after, passed }: ServerDeadline, place: CallPlace): void {
    this.process.later(after * 1000, () => {
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
