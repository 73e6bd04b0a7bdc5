// What the server says of a text that is no JSON.
import type { Problem } from '../../problem/problem';

/**
 * `String(error)` of what JSON.parse throws; without a problem there was no text at all, which jayson turns into `undefined`.
 * Simplified: V8 has a dozen wordings, which change with its versions and quote the text; these are its oldest two.
 */
export function syntaxError(problem: Problem | undefined): string {
  if (!problem) return 'SyntaxError: "undefined" is not valid JSON';
  const { code, params, at } = problem;
  if (code === 'json.unexpected-end') return 'SyntaxError: Unexpected end of JSON input';
  return `SyntaxError: Unexpected token ${params.found ?? ''} in JSON at position ${at?.offset}`;
}
