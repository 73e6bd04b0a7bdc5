// A fault in an XML-RPC message, with its place.
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../problem/problem';

/** The problem `xml-rpc.*` at octet `offset`, which its sentence may mention. */
export function xmlRpcFault(
  code: Extract<ProblemCode, `xml-rpc.${string}`>,
  offset: number,
  params: ProblemParams = {},
): ProblemError {
  return problem(code, { ...params, offset }, { offset });
}
