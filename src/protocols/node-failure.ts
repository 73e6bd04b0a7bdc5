// The errors of Node's net and http modules, as Node 20 throws them on Linux.
import type { ServiceError } from '../idl/value';
import { LINUX_ERRORS, type SocketFailure } from './linux-errors';
import type { FailedAttempt, Failure } from './protocol';

/** The message of a socket's error: what it was doing, and with whom. lib/internal/errors.js. */
export function nodeSocketMessage(why: SocketFailure, { authority, connected }: FailedAttempt): string {
  const { name } = LINUX_ERRORS[why];
  return connected ? `read ${name}` : `connect ${name} ${authority}`;
}

/** What a request of http.request ends with. A program that waits no longer aborts it by a signal. */
export function nodeHttpFailure(why: Failure, attempt: FailedAttempt): ServiceError {
  switch (why) {
    case 'closed':
      return { exception: 'Error', message: 'socket hang up' };
    case 'deadline':
    case 'cancelled':
      return { exception: 'AbortError', message: 'The operation was aborted' };
    default:
      return { exception: 'Error', message: nodeSocketMessage(why, attempt) };
  }
}
