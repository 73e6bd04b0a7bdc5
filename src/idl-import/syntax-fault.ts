// The place of a fault in a text.
import { type ProblemError, problem } from '../problem/problem';

/** What a parser says of the text at `offset`, in its own words. */
export function syntaxFault(text: string, offset: number, reason: string): ProblemError {
  const before = text.slice(0, offset).split('\n');
  const params = { line: before.length, column: before.at(-1)!.length + 1, reason };
  return problem('import.syntax', params, { offset });
}
