// Octets as base64, the way TJSONProtocol holds them. RFC 4648 §4. C++ and Java leave out the padding at the end, Python and npm write it.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = new Map([...ALPHABET].map((letter, digit) => [letter, digit]));
const WELL_FORMED = /^[A-Za-z0-9+/]*={0,2}$/;

/** With padding. */
export function base64FromOctets(octets: Uint8Array): string {
  let text = '';
  for (let i = 0; i < octets.length; i += 3) {
    const left = octets.length - i;
    const group = (octets[i] << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0);
    text += ALPHABET[group >> 18] + ALPHABET[(group >> 12) & 63];
    text += left > 1 ? ALPHABET[(group >> 6) & 63] : '=';
    text += left > 2 ? ALPHABET[group & 63] : '=';
  }
  return text;
}

/** The octets, or undefined when `text` is not base64. Padding may be missing; bits that make no octet are dropped. */
export function octetsFromBase64(text: string): Uint8Array | undefined {
  if (!WELL_FORMED.test(text)) return undefined;
  const letters = text.replace(/=+$/, '');
  if (letters.length % 4 === 1) return undefined;
  const octets = new Uint8Array((letters.length * 6) >> 3);
  let bits = 0;
  let pending = 0;
  let at = 0;
  for (const letter of letters) {
    bits = ((bits << 6) | DIGITS.get(letter)!) & 0xffff;
    pending += 6;
    if (pending < 8) continue;
    pending -= 8;
    octets[at++] = bits >> pending;
  }
  return octets;
}
