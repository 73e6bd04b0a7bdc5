// The words, figures and signs of the interface language, cut out of its text.
import type { Problem } from '../problem/problem';

/** `[start, end)` are offsets in the text, in UTF-16 units. A token of the kind 'end' stands behind the last one. */
export interface Token {
  readonly kind: 'name' | 'number' | 'sign' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Blanks and comments, then a name, a whole number or a sign; or else one character that belongs to none of them. */
const TOKEN =
  /(?:\s|#[^\n]*)*(?:([\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*)|(-?\d+)|([(){}<>:,?;=@])|(.)|$)/suy;

/** The tokens of `text`. A name may have dots in it. A character that cannot stand anywhere is left out and reported. */
export function tokenize(text: string, problems: Problem[]): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const [, name, number, sign, stray] = TOKEN.exec(text)!;
    const end = TOKEN.lastIndex;
    const found = name ?? number ?? sign ?? stray;
    if (found === undefined) {
      tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
      return tokens;
    }
    const start = end - found.length;
    if (stray) problems.push({ code: 'idl.stray-character', params: { character: stray }, at: { offset: start, end } });
    else tokens.push({ kind: name ? 'name' : number ? 'number' : 'sign', text: found, start, end });
  }
}
