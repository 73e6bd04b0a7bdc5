// What the clients throw when they have no reply. CPython 3.11: socket's OSErrors, and those of http.client; npm xmlrpc hands on Node's.
import type { ServiceError } from '../../idl/value';
import { LINUX_ERRORS } from '../linux-errors';
import { nodeHttpFailure } from '../node-failure';
import type { FailedAttempt, Failure, Options } from '../protocol';
import { settings } from './settings';

/** The subclass of OSError for each errno. PEP 3151. */
const OS_ERRORS = {
  refused: 'ConnectionRefusedError',
  reset: 'ConnectionResetError',
  'timed out': 'TimeoutError',
  unreachable: 'OSError',
} as const;

export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  return settings(options).client === 'python' ? pythonFailure(why) : nodeHttpFailure(why, attempt);
}

function pythonFailure(why: Failure): ServiceError {
  switch (why) {
    case 'closed':
      return {
        exception: 'http.client.RemoteDisconnected',
        message: 'Remote end closed connection without response',
      };
    case 'deadline':
    case 'cancelled':
      // The socket has a timeout: socket.settimeout.
      return { exception: 'TimeoutError', message: 'timed out' };
    default: {
      const { errno, text } = LINUX_ERRORS[why];
      return { exception: OS_ERRORS[why], message: `[Errno ${errno}] ${text}` };
    }
  }
}
