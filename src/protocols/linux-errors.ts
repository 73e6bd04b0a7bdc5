// What Linux says when a connection fails, and most libraries say after it: errno(3), with the texts of glibc's strerror.
import type { Failure, GivingUp } from './protocol';

/** The failures that the system tells of. That the other side has closed is none. */
export type SocketFailure = Exclude<Failure, GivingUp | 'closed'>;

interface LinuxError {
  readonly name: string;
  readonly errno: number;
  readonly text: string;
}

export const LINUX_ERRORS: Readonly<Record<SocketFailure, LinuxError>> = {
  refused: { name: 'ECONNREFUSED', errno: 111, text: 'Connection refused' },
  reset: { name: 'ECONNRESET', errno: 104, text: 'Connection reset by peer' },
  'timed out': { name: 'ETIMEDOUT', errno: 110, text: 'Connection timed out' },
  unreachable: { name: 'EHOSTUNREACH', errno: 113, text: 'No route to host' },
};
