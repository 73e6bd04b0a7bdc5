// Types on the wire that cannot be read.
import { type ProblemError, problem } from '../../problem/problem';
import type { ThriftKind } from './schema';

/** `type` is what stands for a type at octet `offset`, but stands for none. */
export function unknownType(type: number | string, offset: number): ProblemError {
  return problem('thrift.unknown-type', { type, offset }, { offset });
}

/** A list, set or map says at octet `offset` that its elements are of another type than the interface says. */
export function unexpectedElement(expected: ThriftKind, type: number | string, offset: number): ProblemError {
  return problem('thrift.unexpected-element', { expected, type, offset }, { offset });
}
