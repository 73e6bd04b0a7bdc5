// Which messages a call consists of.
import type { Direction, Message, Trace } from './trace';

/** The request (c2s) or the reply (s2c) of an exchange: of one attempt at it, or of the first that has one. Undefined when none was written. */
export function messageOfExchange(
  { messages }: Pick<Trace, 'messages'>,
  exchange: number,
  direction: Direction,
  attempt?: number,
): Message | undefined {
  return messages.find(
    message =>
      message.exchange === exchange &&
      message.direction === direction &&
      !message.control &&
      (attempt === undefined || (message.attempt ?? 0) === attempt),
  );
}
