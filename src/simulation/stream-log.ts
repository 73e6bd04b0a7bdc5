// Which message each octet of a stream belongs to: the writer's knowledge, for the record. No stub ever asks it what arrived.
import type { Message, Packet } from '../trace/trace';

/** The messages of one direction of a connection, in the order of the stream. */
export class StreamLog {
  private readonly messages: Message[] = [];
  /** The first message that segments to come can carry: they ascend. */
  private first = 0;
  private read = 0;

  /** Octets written so far. */
  get length(): number {
    const last = this.messages.at(-1);
    return last ? last.streamOffset + last.pdu.bytes.length : 0;
  }

  add(message: Message): void {
    this.messages.push(message);
  }

  /** The next message that the other side has read: messages are read in the order in which they were written. */
  nextRead(): Message {
    return this.messages[Math.min(this.read++, this.messages.length - 1)];
  }

  /** What a segment with octets `[start, end)` of the stream carries, its payload being `at` octets into the frame. */
  carriedBy(start: number, end: number, at: number): Packet['carries'] {
    const carries: Packet['carries'][number][] = [];
    if (start === end) return carries;
    for (let i = this.first; i < this.messages.length; i++) {
      const { id, streamOffset, pdu } = this.messages[i];
      const from = Math.max(start, streamOffset);
      const to = Math.min(end, streamOffset + pdu.bytes.length);
      if (from < to)
        carries.push({ message: id, start: from - streamOffset, end: to - streamOffset, at: at + from - start });
      if (streamOffset + pdu.bytes.length <= start) this.first = i + 1;
    }
    return carries;
  }
}
