// What the text column of a hex dump shows for octets: ASCII as it is, a character of UTF-8 once over all of its octets, a dot for the rest.

/** A character, and how many octets of the row it stands over. */
export interface Glyph {
  readonly text: string;
  readonly cells: number;
}

const DOT = '·';
const decoder = new TextDecoder();
/** Control characters, and what has no width or direction of its own. */
const INVISIBLE = /^[\p{C}\p{Z}\p{M}]$/u;

/** The glyphs of octets `[start, end)`, of which only those that are `isText` can be UTF-8. A character that a row cuts stands where it begins; the octets that the next row has of it are dots. */
export function glyphsOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  isText: (at: number) => boolean = () => true,
): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = start; at < end; ) {
    const octet = bytes[at];
    if (octet < 0x80) {
      glyphs.push({ text: octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : DOT, cells: 1 });
      at++;
      continue;
    }
    const length = isText(at) ? sequenceLength(bytes, at) : 1;
    const cells = Math.min(length, end - at);
    glyphs.push({ text: length > 1 ? visible(decoder.decode(bytes.subarray(at, at + length))) : DOT, cells });
    at += cells;
  }
  return glyphs;
}

function visible(character: string): string {
  return INVISIBLE.test(character) ? DOT : character;
}

/** Octets of the well-formed UTF-8 sequence that begins at `at`, or 1 when none does. RFC 3629 §4. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
  for (let i = 1; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 1;
  const second = bytes[at + 1];
  const wrong =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return wrong ? 1 : length;
}
