// Puts the parts of messages together that stand among those of others in the stream: the frames of HTTP/2's streams take turns.
import type { CallId } from '../protocols/statement';
import type { DissectedMessage } from './dissect-stream';

export class WholeMessages {
  /** The parts of messages that are not complete. */
  private readonly open = new Map<CallId, DissectedMessage[]>();

  /** Takes the next octets that stand together; returns the message that they are or complete. */
  take(message: DissectedMessage): DissectedMessage | undefined {
    const { part } = message;
    if (!part) return message;
    const earlier = this.open.get(part.of) ?? [];
    if (!part.whole) {
      earlier.push(message);
      this.open.set(part.of, earlier);
      return undefined;
    }
    this.open.delete(part.of);
    return earlier.length === 0 ? message : joined([...earlier, message], message);
  }

  /** The parts of messages that have not been completed, each by itself. */
  unfinished(): DissectedMessage[] {
    return [...this.open.values()].flat();
  }
}

/** `last` completes the message. */
function joined(parts: readonly DissectedMessage[], last: DissectedMessage): DissectedMessage {
  const [{ offset, atMicros }] = parts;
  let start = 0;
  const pieces = parts
    .flatMap(part => part.pieces)
    .map(piece => {
      const placed = { ...piece, start };
      start += piece.length;
      return placed;
    });
  return { ...last, pdu: last.part!.whole!, offset, atMicros, pieces };
}
