// base64 between octets of a message and octets of a value, without a string in between. RFC 2045 §6.8.
import type { ByteWriter } from '../../wire/bytes/byte-writer';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LETTERS = new TextEncoder().encode(ALPHABET);
const PADDING = 0x3d;
const LINE_FEED = 0x0a;
/** Octets on a line of 76 characters. */
const LINE_OCTETS = 57;
const DIGITS = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 64; digit++) DIGITS[LETTERS[digit]] = digit;

/** Writes `octets` in lines of 76 characters, each with a line feed behind it: Python's `base64.encodebytes`. */
export function writeBase64Lines(writer: ByteWriter, octets: Uint8Array): void {
  for (let at = 0; at < octets.length; at += LINE_OCTETS) {
    writeBase64(writer, octets.subarray(at, at + LINE_OCTETS));
    writer.uint8(LINE_FEED);
  }
}

/** Writes `octets` on one line: Node's `buffer.toString('base64')`. */
export function writeBase64(writer: ByteWriter, octets: Uint8Array): void {
  const { length } = octets;
  for (let i = 0; i < length; i += 3) {
    const group = (octets[i] << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0);
    writer.uint8(LETTERS[group >> 18]);
    writer.uint8(LETTERS[(group >> 12) & 63]);
    writer.uint8(i + 1 < length ? LETTERS[(group >> 6) & 63] : PADDING);
    writer.uint8(i + 2 < length ? LETTERS[group & 63] : PADDING);
  }
}

/** The octets that `text` stands for. Characters outside the alphabet are ignored, as RFC 2045 demands; undefined when digits are missing. */
export function octetsOfBase64(text: string): Uint8Array | undefined {
  const octets = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let pending = 0;
  let digits = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code < 128 ? DIGITS[code] : -1;
    if (code === PADDING) padding++;
    if (digit < 0) continue;
    digits++;
    bits = ((bits << 6) | digit) & 0xffff;
    pending += 6;
    if (pending >= 8) {
      pending -= 8;
      octets[at++] = bits >> pending;
    }
  }
  const rest = digits % 4;
  return rest === 1 || (rest > 1 && padding < 4 - rest) ? undefined : octets.subarray(0, at);
}
