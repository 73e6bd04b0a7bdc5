// Which messages a call consists of.
import type { Direction, Message, Trace } from './trace';

/** The request (c2s) or the reply (s2c) of an exchange; the first where it was tried again. Undefined when none was written. */
export function messageOfExchange(
  { messages }: Pick<Trace, 'messages'>,
  exchange: number,
  direction: Direction,
): Message | undefined {
  return messages.find(message => message.exchange === exchange && message.direction === direction && !message.control);
}
