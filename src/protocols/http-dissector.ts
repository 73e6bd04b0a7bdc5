// Takes a recorded stream of HTTP/1.1 messages apart, for the protocols whose messages are bodies of such. RFC 9112.
import type { Head } from '../wire/http1/head';
import { MessageReader } from '../wire/http1/message-reader';
import { type BodyFormat, type HttpMessage, isProblem } from '../wire/http1/read-message';
import type { StreamDissector } from './protocol';
import type { Statement } from './statement';

/** A message whose head could be read, and whose body, if it has one, makes sense. */
export interface HttpText<T> {
  readonly head: Head;
  readonly content: T | undefined;
}

/** A dissector of the stream in `direction`. `says` tells what a message says that could be read. */
export function httpDissector<T extends object>(
  direction: 'c2s' | 's2c',
  format: BodyFormat<T>,
  says: (message: HttpText<T>) => Statement | undefined,
): StreamDissector {
  const reader = new MessageReader(direction === 'c2s' ? 'request' : 'response', format);
  const dissected = (message: HttpMessage<T>) => ({ pdu: message.pdu, says: statementOf(message, says) });
  return { push: octets => reader.push(octets).map(dissected), end: () => reader.end().map(dissected) };
}

function statementOf<T extends object>(
  { head, content }: HttpMessage<T>,
  says: (message: HttpText<T>) => Statement | undefined,
): Statement | undefined {
  if (isProblem(content)) return { kind: 'unreadable', problem: content };
  // An interim response announces the one that counts. RFC 9110 §15.2.
  if (!head || (head.kind === 'response' && head.status < 200)) return undefined;
  return says({ head, content });
}
