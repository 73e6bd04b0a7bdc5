// How wide a text will be, without a browser to ask: the layout is the same everywhere, and can be tested.

/** Widths in em of a medium sans-serif; on the generous side, so that a text fits whatever font the reader has. */
function emOf(character: string): number {
  if (/[\u2e80-\uffef]/.test(character)) return 1;
  if (/[MWmw@—]/.test(character)) return 0.86;
  if (/[A-Z&]/.test(character)) return 0.7;
  if (/[ijlI.,:;'|!()[\]]/.test(character)) return 0.33;
  if (/[ frt/-]/.test(character)) return 0.42;
  return 0.59;
}

/** Width of one line of `text` at `size` CSS pixels. */
export function textWidth(text: string, size: number): number {
  return Math.ceil([...text].reduce((sum, character) => sum + emOf(character), 0) * size);
}

/** Breaks `text` between words, or between CJK characters, into lines of at most `limit` CSS pixels where that is possible. */
export function wrap(text: string, size: number, limit: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [''];
  const lines = [''];
  for (const piece of pieces) {
    const longer = lines[lines.length - 1] + piece;
    if (lines[lines.length - 1] === '' || textWidth(longer.trimEnd(), size) <= limit) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map(line => line.trim());
}
