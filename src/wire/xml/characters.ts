// Characters as XML classifies them. XML 1.0 §2.2 (Char), §2.3 (S, Name).

export const LESS_THAN = 0x3c;
export const GREATER_THAN = 0x3e;
export const AMPERSAND = 0x26;
export const SLASH = 0x2f;
export const CR = 0x0d;
export const LF = 0x0a;

/** S: space, tab, carriage return, line feed. */
export function isSpace(octet: number): boolean {
  return octet === 0x20 || octet === LF || octet === CR || octet === 0x09;
}

/** Whether a code point is a Char: no control characters but tab, CR and LF, no surrogates, not FFFE or FFFF. */
export function isChar(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x09 || codePoint === LF || codePoint === CR;
  return (
    codePoint < 0xd800 || (codePoint > 0xdfff && codePoint !== 0xfffe && codePoint !== 0xffff && codePoint <= 0x10ffff)
  );
}

/** Whether an octet may begin a name. Every octet of a character beyond ASCII counts: the difference matters to no vocabulary of ours. */
export function isNameStart(octet: number): boolean {
  return NAME_PARTS[octet] === 2;
}

/** Whether an octet may go on a name: also digits, hyphen and full stop. */
export function isNameOctet(octet: number): boolean {
  return NAME_PARTS[octet] > 0;
}

/** For each octet 2 when it may begin a name, 1 when it may only go on one. A table, because a document is full of names. */
const NAME_PARTS = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet >= 0x80 || /[A-Za-z_:]/.test(String.fromCharCode(octet))) return 2;
  return /[0-9.-]/.test(String.fromCharCode(octet)) ? 1 : 0;
});
