// What Thrift's libraries throw when there is no reply: TTransportException, with a type; npm thrift hands on the errors of Node's socket.
import type { ServiceError } from '../../idl/value';
import { LINUX_ERRORS } from '../linux-errors';
import { nodeSocketMessage } from '../node-failure';
import type { FailedAttempt, Failure, Options } from '../protocol';
import { type Settings, settings } from './settings';

/** Types of a TTransportException. */
const UNKNOWN = 0;
const NOT_OPEN = 1;
const TIMED_OUT = 3;
const END_OF_FILE = 4;

type Failing = (why: Failure, attempt: FailedAttempt) => ServiceError;

const FAILING: Readonly<Record<Settings['client'], Failing>> = { python, node, java };

export function failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError {
  return FAILING[settings(options).client](why, attempt);
}

/** lib/py/src/transport/TSocket.py of 0.17, on Python 3.11: what has gone wrong inside is another exception, `inner`. */
function python(why: Failure, { authority, connected }: FailedAttempt): ServiceError {
  if (why === 'closed') return transportException(END_OF_FILE, 'TSocket read 0 bytes');
  const [host, port] = authority.split(':');
  if (!connected) return transportException(NOT_OPEN, `Could not connect to any of [('${host}', ${port})]`);
  if (why === 'timed out') return transportException(TIMED_OUT, 'read timeout');
  return transportException(UNKNOWN, 'unexpected exception');
}

/** Simplified: npm thrift 0.24 calls back never; its connection emits the error, and for a time that is over the event `timeout`. */
function node(why: Failure, attempt: FailedAttempt): ServiceError {
  if (why === 'closed') return { exception: 'TTransportException', message: 'the connection was closed' };
  if (why === 'deadline' || why === 'cancelled') return { exception: 'Error', message: 'timeout' };
  return { exception: 'Error', message: nodeSocketMessage(why, attempt) };
}

/** TSocket and TIOStreamTransport of 0.16, on Java 17: the message is the exception that has gone before. */
function java(why: Failure, { connected }: FailedAttempt): ServiceError {
  if (why === 'closed') return transportException(END_OF_FILE, 'Socket is closed by peer.');
  const type = connected ? UNKNOWN : NOT_OPEN;
  if (why === 'deadline' || why === 'cancelled')
    return connected
      ? transportException(TIMED_OUT, 'java.net.SocketTimeoutException: Read timed out')
      : transportException(NOT_OPEN, 'java.net.SocketTimeoutException: Connect timed out');
  if (why === 'reset') return transportException(type, 'java.net.SocketException: Connection reset');
  return transportException(type, `${javaException(why, connected)}: ${LINUX_ERRORS[why].text}`);
}

function javaException(why: 'refused' | 'timed out' | 'unreachable', connected: boolean): string {
  if (connected) return 'java.net.SocketException';
  return why === 'unreachable' ? 'java.net.NoRouteToHostException' : 'java.net.ConnectException';
}

function transportException(code: number, message: string): ServiceError {
  return { exception: 'TTransportException', code, message };
}
