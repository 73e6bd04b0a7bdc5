// What jayson's callback gets when there is no reply: the errors of Node.
import type { ServiceError } from '../../idl/value';
import { nodeHttpFailure } from '../node-failure';
import type { FailedAttempt, Failure, Options } from '../protocol';
import { settings } from './settings';

/** Simplified: over TCP jayson calls back with neither an error nor a response when the server has closed. */
export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  // Its option `timeout` destroys the request, which ends like one whose connection was closed.
  const isTimeout = why === 'deadline' && settings(options).transport === 'http';
  return nodeHttpFailure(isTimeout ? 'closed' : why, attempt);
}
