// How a program writes messages to its socket: each in the writes that its author makes, and no further than flow control above TCP lets it.
import type { Outgoing, Peer } from '../protocols/protocol';
import { AFTER_WRITE, BETWEEN_WRITES } from './costs';
import { later, type World } from './world';

/** A message that is being written. */
interface Writing {
  readonly outgoing: Outgoing;
  readonly done: () => void;
  readonly author: Peer | undefined;
}

export class SocketWriter {
  /** The rests of messages whose writers wait for the peer, in the order in which they came to wait. */
  private held: { readonly goOn: () => void; readonly writing: Writing }[] = [];
  /** Messages that wait until the one before them is written, and that one. */
  private readonly queue: Writing[] = [];
  private readonly begun = new WeakSet<Outgoing>();
  private isStopped = false;

  /** `put` takes octets `[start, stop)` of a message to TCP. */
  constructor(
    private readonly world: World,
    private readonly put: (outgoing: Outgoing, start: number, stop: number) => void,
  ) {}

  /**
   * Writes `outgoing`, then does `done`. Before each write `author` is asked, if there is one. Where it has no flow control, the octets of a
   * message stand together in the stream, so one message is written after the other.
   */
  write(outgoing: Outgoing, done: () => void, author?: Peer): void {
    const writing = { outgoing, done, author };
    if (!author || author.mayWrite) {
      this.writeFrom(writing, 0, 0);
      return;
    }
    this.queue.push({ ...writing, done: () => this.next(done) });
    if (this.queue.length === 1) this.writeFrom(this.queue[0], 0, 0);
  }

  /** Whether some of the message has been written. */
  hasBegun(outgoing: Outgoing): boolean {
    return this.begun.has(outgoing);
  }

  /** Octets have come in: what has been held up may go on. */
  resume(): void {
    const { held } = this;
    this.held = [];
    for (const { goOn } of held) goOn();
  }

  /** Nothing will come in any more that could let go on what is held up: its writer does not wait for that. */
  letGo(): void {
    const { held } = this;
    this.held = [];
    for (const { writing } of held) later(this.world, AFTER_WRITE, writing.done);
  }

  /** The socket is closed. Who is writing is told nothing more. */
  stop(): void {
    this.isStopped = true;
    this.held = [];
  }

  private writeFrom(writing: Writing, index: number, start: number): void {
    const { outgoing, done, author } = writing;
    if (this.isStopped) return;
    if (author?.isAbandoned?.(outgoing)) {
      later(this.world, AFTER_WRITE, done);
      return;
    }
    if (author?.mayWrite?.(outgoing, index) === false) {
      this.held.push({ goOn: () => this.writeFrom(writing, index, start), writing });
      return;
    }
    this.begun.add(outgoing);
    const { writes } = outgoing;
    const stop = writes[index];
    this.put(outgoing, start, stop);
    if (index + 1 < writes.length) later(this.world, BETWEEN_WRITES, () => this.writeFrom(writing, index + 1, stop));
    else later(this.world, AFTER_WRITE, done);
  }

  private next(done: () => void): void {
    this.queue.shift();
    done();
    if (this.queue.length > 0) this.writeFrom(this.queue[0], 0, 0);
  }
}
