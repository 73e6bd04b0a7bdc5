// What a client's program is told when it has no reply: a status that the library makes up. gRPC, "Status codes"; the messages are those
// that grpc-js 1.14.7 on Node 20 and grpcio 1.51.1 give on Linux.
import type { ServiceError } from '../../idl/value';
import { LINUX_ERRORS } from '../linux-errors';
import { nodeSocketMessage } from '../node-failure';
import type { FailedAttempt, Failure, GivingUp, Options } from '../protocol';
import { type Settings, settings } from './settings';
import { CANCELLED, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE } from './status';

type Lost = Exclude<Failure, GivingUp>;

interface Words {
  readonly cancelled: string;
  deadlineExceeded(attempt: FailedAttempt): string;
  /** No connection could be opened: not up to the server's SETTINGS. */
  notConnected(why: Lost, attempt: FailedAttempt): string;
  /** The connection is no more. */
  lost(why: Lost, attempt: FailedAttempt): ServiceError;
}

const GRPC_JS: Words = {
  cancelled: 'Cancelled on client',
  // Simplified: grpc-js adds how long each part of the wait has taken.
  deadlineExceeded: ({ waited, authority, connected }) =>
    `Deadline exceeded after ${(waited / 1000).toFixed(3)}s,${connected ? `remote_addr=${authority}` : 'Waiting for LB pick'}`,
  // Simplified: it adds the time at which a connection failed that had been open.
  notConnected(why, attempt) {
    const last = why === 'closed' ? 'Failed to connect' : `Error: ${nodeSocketMessage(why, attempt)}`;
    return `No connection established. Last error: ${last}. Resolution note: `;
  },
  lost(why, attempt) {
    if (why === 'closed') return { code: UNAVAILABLE, message: 'Connection dropped' };
    const message = nodeSocketMessage(why, attempt);
    if (why === 'reset' || why === 'timed out') return { code: UNAVAILABLE, message };
    return {
      code: INTERNAL,
      message: `Received RST_STREAM with code 2 triggered by internal client error: ${message}`,
    };
  },
};

const C_CORE: Words = {
  cancelled: 'Locally cancelled by application!',
  deadlineExceeded: () => 'Deadline Exceeded',
  notConnected(why, { authority }) {
    const [code, text] =
      why === 'closed' || why === 'reset'
        ? ['UNAVAILABLE', coreText(why)]
        : ['UNKNOWN', `Failed to connect to remote host: ${LINUX_ERRORS[why].text}`];
    return `failed to connect to all addresses; last error: ${code}: ipv4:${authority}: ${text}`;
  },
  lost: why => ({ code: UNAVAILABLE, message: coreText(why) }),
};

function coreText(why: Lost): string {
  return why === 'closed' ? 'Socket closed' : `recvmsg:${LINUX_ERRORS[why].text}`;
}

const WORDS: Readonly<Record<Settings['client'], Words>> = { 'grpc-js': GRPC_JS, 'c-core': C_CORE };

export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  const words = WORDS[settings(options).client];
  if (why === 'cancelled') return { code: CANCELLED, message: words.cancelled };
  if (why === 'deadline') return { code: DEADLINE_EXCEEDED, message: words.deadlineExceeded(attempt) };
  if (attempt.connected) return words.lost(why, attempt);
  return { code: UNAVAILABLE, message: words.notConnected(why, attempt) };
}
