// A fault in XML, with its place.
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../problem/problem';

/** The problem `xml.*` at octet `offset`, which its sentence may mention. */
export function xmlFault(
  code: Extract<ProblemCode, `xml.${string}`>,
  offset: number,
  params: ProblemParams = {},
): ProblemError {
  return problem(code, { ...params, offset }, { offset });
}
