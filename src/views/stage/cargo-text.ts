// What is written on what travels, cut to the room there is. Widths are in columns of the monospaced font.

/**
 * The first octets of as many of `values` as can stand in `letters` between dots: the longest are cut first, and each keeps at least
 * one octet.
 */
export function fitting(values: readonly string[], letters: number): readonly string[] {
  const octets = values.map(value => value.split(' '));
  const needed = () => 1 + octets.reduce((sum, each) => sum + each.length * 3 + 2, 0);
  while (octets.length > 0 && needed() > letters) {
    const longest = octets.reduce((a, b) => (b.length >= a.length ? b : a));
    if (longest.length > 1) longest.pop();
    else octets.pop();
  }
  return octets.map(each => each.join(' '));
}

/** `text` in one line or two of at most `columns` columns, broken behind a space or a bracket where there is one; `more` follows it uncut. */
export function linesOf(text: string, columns: number, more = ''): readonly string[] {
  if (columnsOf(text + more) <= columns) return [text + more];
  const start = beginning(text, columns);
  const place = Math.max(start.lastIndexOf(' '), start.lastIndexOf('(')) + 1;
  const first = (place > start.length / 3 ? start.slice(0, place) : start).trimEnd();
  return [first, shorten(text.slice(first.length).trimStart(), columns - columnsOf(more)) + more];
}

/** `text` in at most `columns` columns of a monospaced font. */
function shorten(text: string, columns: number): string {
  return columnsOf(text) <= columns ? text : `${beginning(text, columns - 1)}…`;
}

/** As many characters of `text` as stand in `columns` columns. */
function beginning(text: string, columns: number): string {
  let start = '';
  for (const character of text) {
    if (columnsOf(start + character) > columns) break;
    start += character;
  }
  return start;
}

/** Chinese, Japanese and Korean characters and emoji take two columns (about: Unicode Standard Annex 11); in most fonts a little less. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWide(character.codePointAt(0)!) ? 1.7 : 1;
  return columns;
}

function isWide(codePoint: number): boolean {
  return codePoint >= 0x2e80 || (codePoint >= 0x1100 && codePoint < 0x1200);
}
