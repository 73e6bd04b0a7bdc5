// What a client's program is told when it has no reply: a status that the library makes up. gRPC, "Status codes".
import type { ServiceError } from '../../idl/value';
import type { FailedAttempt, Failure, Options } from '../protocol';
import { FLAVOURS } from './flavours';
import { settings } from './settings';
import { CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE } from './status';

export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  const flavour = FLAVOURS[settings(options).client];
  if (why === 'cancelled') return { code: CANCELLED, message: flavour.cancelled };
  if (why === 'deadline')
    return { code: DEADLINE_EXCEEDED, message: flavour.deadlineExceeded(attempt.waited, attempt.authority) };
  return { code: UNAVAILABLE, message: 'Connection dropped' };
}
