// What the server says of a text that is no JSON.
import type { Problem } from '../../problem/problem';

/**
 * `String(error)` of what JSON.parse throws. Simplified: V8 has a dozen wordings, which change with its versions and quote the text;
 * these are its oldest two.
 */
export function syntaxError({ code, params, at }: Problem): string {
  if (code === 'json.unexpected-end') return 'SyntaxError: Unexpected end of JSON input';
  return `SyntaxError: Unexpected token ${params.found ?? ''} in JSON at position ${at?.offset}`;
}
