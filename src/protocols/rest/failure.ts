// What fetch throws when there is no reply, as Node 20 has it, and what curl 7.88.1 prints.
import { STRING } from '../../idl/types';
import { Dynamic, type ServiceError } from '../../idl/value';
import { LINUX_ERRORS } from '../linux-errors';
import { nodeSocketMessage } from '../node-failure';
import type { FailedAttempt, Failure, Options } from '../protocol';
import { clientProgram } from './settings';

export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  return clientProgram(options) === 'curl' ? curlFailure(why, attempt) : fetchFailure(why, attempt);
}

/** A TypeError whose `cause` is the error of the socket. It waits as long as a signal of AbortSignal.timeout() lets it. */
function fetchFailure(why: Failure, attempt: FailedAttempt): ServiceError {
  if (why === 'deadline') return { exception: 'TimeoutError', message: 'The operation was aborted due to timeout' };
  if (why === 'cancelled') return { exception: 'AbortError', message: 'This operation was aborted' };
  const cause = why === 'closed' ? 'other side closed' : nodeSocketMessage(why, attempt);
  return { exception: 'TypeError', message: 'fetch failed', data: new Dynamic(STRING, cause) };
}

/** The exit status and the message. libcurl-errors(3). */
function curlFailure(why: Failure, { authority, connected, waited }: FailedAttempt): ServiceError {
  const failed = (code: number, message: string) => ({ exception: 'curl', code, message });
  if (why === 'deadline' || why === 'cancelled') {
    const happened = connected ? `Operation timed out after ${waited} milliseconds with 0 bytes received` : undefined;
    return failed(28, happened ?? `Connection timed out after ${waited} milliseconds`);
  }
  if (why === 'closed') return failed(52, 'Empty reply from server');
  if (connected) return failed(56, `Recv failure: ${LINUX_ERRORS[why].text}`);
  const [host, port] = authority.split(':');
  return failed(7, `Failed to connect to ${host} port ${port} after ${waited} ms: Couldn't connect to server`);
}
