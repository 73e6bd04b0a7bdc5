// Reading on after a fault, so that every octet of a damaged message has a field all the same.
import { type Problem, ProblemError } from '../../problem/problem';
import type { ByteReader } from './byte-reader';
import { UNKNOWN } from './field-kind';

/** Runs `read`; when it throws a problem, closes the fields that it opened. Octets that it leaves over are unknown. */
export function guarded<T>(reader: ByteReader, read: () => T): T | Problem {
  const { annotations } = reader;
  const within = annotations?.openRow;
  let result: T | Problem;
  try {
    result = read();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    annotations?.abandon(reader.at, within);
    result = error.problem;
  }
  if (reader.at < reader.limit) {
    annotations?.leaf(UNKNOWN, reader.at, reader.limit);
    reader.at = reader.limit;
  }
  return result;
}
