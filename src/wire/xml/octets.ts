// Looking for ASCII text in octets.
import type { ByteReader } from '../bytes/byte-reader';

/** Whether `text`, ASCII or octets, stands at `at`. */
export function startsWith(input: ByteReader, text: string | readonly number[], at = input.at): boolean {
  if (at + text.length > input.limit) return false;
  for (let i = 0; i < text.length; i++) {
    const wanted = typeof text === 'string' ? text.charCodeAt(i) : text[i];
    if (input.bytes[at + i] !== wanted) return false;
  }
  return true;
}

/** The offset of the first `text` at or after `from`, or -1. */
export function indexOfText(input: ByteReader, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (
    let at = input.bytes.indexOf(first, from);
    at >= 0 && at < input.limit;
    at = input.bytes.indexOf(first, at + 1)
  ) {
    if (startsWith(input, text, at)) return at;
  }
  return -1;
}
