// The client stubs' end of one TCP connection. It carries one attempt after the other, or several at a time where the protocol multiplexes.
import type { Problem } from '../../problem/problem';
import type { ClientConnection, Incoming, Outgoing, Reply } from '../../protocols/protocol';
import type { Connection } from '../connection';
import { CLOSE } from '../costs';
import type { TcpFailure, TcpUser } from '../tcp/endpoint';
import { later, type World } from '../world';
import type { Attempt } from './attempt';

/** Makes a TCP connection, not yet open, whose client end reports to `user`. */
export type NewConnection = (user: TcpUser) => Connection;

export class ClientSession {
  readonly tcp: Connection;
  /** What uses it, in the order of coming. */
  readonly attempts: Attempt[] = [];
  /** It is open, and whatever the protocol does before the first call is done. */
  isConnected = false;
  /** This side has closed, or is about to. */
  isClosing = false;
  /** The server has closed its side. */
  isPeerClosed = false;
  /** What the server still sends is not read any more. */
  private isUnwanted = false;
  /** It is being opened, or is open. */
  private isOpening = false;

  constructor(
    private readonly world: World,
    newConnection: NewConnection,
    readonly protocol: ClientConnection,
  ) {
    this.tcp = newConnection({
      connected: () => this.opened(),
      receive: octets => this.received(protocol.receive(octets)),
      acknowledged: () => this.acknowledged(),
      endOfStream: () => this.streamEnded(),
      failed: why => this.failed(why),
    });
  }

  /** Opens the TCP connection, unless that has been done: an attempt that was given up may have left it half open. */
  open(): void {
    if (this.isOpening) return;
    this.isOpening = true;
    this.tcp.client.connect();
  }

  /** The program reads what comes in, or does not. What it is about to close, it has read the last of. */
  setReading(reads: boolean): void {
    if (this.isClosing) return;
    if (reads) this.tcp.client.resumeReading();
    else this.tcp.client.pauseReading();
  }

  /** Writes what is no request but serves the conversation. */
  writeControl(outgoing: Outgoing): void {
    this.tcp.encoded('clientStub', outgoing, true);
    this.tcp.write('client', outgoing, () => {});
  }

  /** Nobody wants what it would bring. Linux forgets a connection that is not open yet. */
  giveUp(): void {
    this.isUnwanted = true;
    if (this.tcp.client.state === 'SYN-SENT') {
      this.isClosing = true;
      this.tcp.client.abort();
    } else this.closeSoon();
  }

  closeSoon(): void {
    if (this.isClosing) return;
    if (!this.closesHalf) this.setReading(false);
    this.isClosing = true;
    later(this.world, CLOSE, () => this.close());
  }

  /** The server has closed its side: that may complete a reply; in any case this side closes too, when its calls are over. */
  streamEnded(): void {
    this.isPeerClosed = true;
    this.tcp.writers.client.letGo();
    const waiting = this.attempts.filter(attempt => attempt.waitsForPeer());
    if (waiting.length === 0) {
      if (!this.attempts.some(attempt => attempt.isBusy())) this.closeSoon();
      return;
    }
    this.received(this.protocol.end(), []);
    for (const attempt of waiting) if (attempt.waitsForPeer()) attempt.connectionLost('closed');
  }

  private opened(): void {
    const opening = this.protocol.opening?.();
    if (opening) this.writeControl(opening);
    this.readyIfSo();
  }

  private readyIfSo(): void {
    if (this.isConnected || this.protocol.isReady?.() === false) return;
    this.isConnected = true;
    for (const attempt of [...this.attempts]) attempt.connected();
  }

  private received(incoming: readonly Incoming<Reply>[], heard = this.hearersOfParts(incoming)): void {
    for (const { pdu, content, answers = [], to } of incoming) {
      const message = this.tcp.readOn('s2c', pdu.bytes.length);
      for (const answer of answers) this.writeControl(answer);
      if (!content) continue;
      for (const attempt of this.attemptsFor(content, to)) {
        attempt.takeReply({ content, message, octets: pdu.bytes.length });
        if (!heard.includes(attempt)) heard.push(attempt);
      }
    }
    this.readyIfSo();
    this.tcp.writers.client.resume();
    for (const attempt of heard) attempt.hear();
  }

  /** The attempts whose replies are beginning to come. Octets that complete nothing are a part of the oldest. */
  private hearersOfParts(incoming: readonly Incoming<Reply>[]): Attempt[] {
    const parts = incoming.length === 0 ? [{ to: undefined }] : incoming.filter(({ isPart }) => isPart);
    const attempts = parts.flatMap(({ to }) => this.attemptFor(to) ?? []);
    return [...new Set(attempts)];
  }

  /**
   * Those who have their reply now. What makes no sense on a connection that calls share is the end of it for all of them: an HTTP/2
   * connection error, RFC 9113 §5.4.1.
   */
  private attemptsFor(content: Reply | Problem, to: Outgoing | undefined): readonly Attempt[] {
    const isShared = this.world.plan.protocol.multiplexes(this.world.plan.options);
    if ('code' in content && !to && isShared) {
      this.closeSoon();
      return this.attempts.filter(attempt => attempt.lacksReply());
    }
    const attempt = this.attemptFor(to);
    return attempt ? [attempt] : [];
  }

  /** The attempt that request `to` is of; without `to`, the oldest without a reply. */
  private attemptFor(to: Outgoing | undefined): Attempt | undefined {
    return this.attempts.find(attempt => (to ? attempt.request === to : attempt.lacksReply()));
  }

  private acknowledged(): void {
    for (const attempt of [...this.attempts]) attempt.acknowledged();
  }

  private failed(why: TcpFailure): void {
    this.isClosing = true;
    this.tcp.writers.client.stop();
    for (const attempt of [...this.attempts]) attempt.connectionLost(why);
  }

  /** Linux forgets a connection that is not open yet. */
  private close(): void {
    const { client } = this.tcp;
    if (client.state === 'SYN-SENT') {
      client.abort();
      return;
    }
    for (const outgoing of this.protocol.farewell?.() ?? []) this.writeControl(outgoing);
    this.tcp.writers.client.stop();
    if (this.closesHalf && !this.isUnwanted) client.close();
    else client.closeSocket();
  }

  private get closesHalf(): boolean {
    const { protocol, options } = this.world.plan;
    return protocol.closesHalf?.('client', options) === true;
  }
}
