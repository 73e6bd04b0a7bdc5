// Texts as Python quotes them in its messages. CPython: unicode_repr in Objects/unicodeobject.c.

/** What repr() writes as an escape: whatever is not printable, in Unicode's sense, but the space. */
const NOT_PRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** `repr(text)`: in single quotes, unless the text has those and no double quotes. */
export function pythonQuoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(NOT_PRINTABLE, character => escapeOf(character));
  return quote + escaped + quote;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeOf(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const codePoint = character.codePointAt(0) as number;
  const [letter, digits] = codePoint <= 0xff ? ['x', 2] : codePoint <= 0xffff ? ['u', 4] : ['U', 8];
  return `\\${letter}${codePoint.toString(16).padStart(digits as number, '0')}`;
}
