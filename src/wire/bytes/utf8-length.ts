// How many octets a text takes as UTF-8, for lengths that stand in front of it. RFC 3629 §3.

/** Octets of `text` as UTF-8. Half of a surrogate pair counts as U+FFFD, as which TextEncoder writes it. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    length += unit < 0x800 ? 1 : 2;
    // A pair is two units and four octets; a half is one unit and three.
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  return length;
}
