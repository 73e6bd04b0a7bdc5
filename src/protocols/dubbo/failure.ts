// What the clients' programs are told when there is no reply: npm dubbo2.js 2.3.9, npm sofa-rpc-node 2.10.0 with dubbo-remoting 2.1.4.
import type { ServiceError } from '../../idl/value';
import type { FailedAttempt, Failure, Options } from '../protocol';
import { SERVICE_VERSION } from './client-flavours';
import { DEFAULT_SERVICE } from './java-types';
import { settings } from './settings';

export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  return settings(options).client === 'dubbo2' ? dubbo2Failure(why) : sofaFailure(why, attempt);
}

/**
 * Simplified: dubbo2.js connects again every three seconds, twenty times, before it says that it has closed. A call that was sent before
 * waits until its time is over, ten seconds if nothing else is said.
 */
function dubbo2Failure(why: Failure): ServiceError {
  const isOver = why === 'deadline' || why === 'cancelled';
  return { exception: 'Error', message: isOver ? 'remote invoke timeout' : 'SocketWorker had closed.' };
}

/** Whatever ends a connection, the calls on it are told the same; where none could be opened, there is no provider. lib/client/connection/rpc.js. */
function sofaFailure(
  why: Failure,
  { authority, connected, waited, service = DEFAULT_SERVICE, method }: FailedAttempt,
): ServiceError {
  if (why === 'deadline' || why === 'cancelled')
    return {
      exception: 'RpcResponseTimeoutError',
      message: `no response in ${waited}ms, address:dubbo://${authority}`,
    };
  if (!connected && why !== 'closed')
    return {
      exception: 'RpcNoProviderError',
      message: `No provider of ${service}:${SERVICE_VERSION}@:${method}() found!`,
    };
  return {
    exception: 'RpcSocketCloseError',
    message: `The socket was closed. (address: address => dubbo://${authority})`,
  };
}
