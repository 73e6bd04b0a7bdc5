// Base64 on one line, as JSON texts hold octets. RFC 4648 §4.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = new Map([...ALPHABET].map((letter, digit) => [letter, digit]));

/** Whole groups of four letters, the last padded with `=`. */
const WELL_FORMED = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The octets as base64 with padding and without line breaks. */
export function base64FromBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters =
      ALPHABET[group >> 18] + ALPHABET[(group >> 12) & 63] + ALPHABET[(group >> 6) & 63] + ALPHABET[group & 63];
    const missing = Math.max(0, i + 3 - bytes.length);
    parts.push(letters.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return parts.join('');
}

/** The octets that `base64` stands for, or undefined when it is not well-formed base64 with padding. Unused bits of the last letter are ignored. */
export function bytesFromBase64(base64: string): Uint8Array | undefined {
  if (!WELL_FORMED.test(base64)) return undefined;
  const letters = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let pending = 0;
  let at = 0;
  for (const letter of letters) {
    bits = ((bits << 6) | DIGITS.get(letter)!) & 0xffff;
    pending += 6;
    if (pending < 8) continue;
    pending -= 8;
    bytes[at++] = bits >> pending;
  }
  return bytes;
}
