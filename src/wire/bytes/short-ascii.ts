// Short texts, of which binary messages are full. A decoder's call takes a browser longer than the characters do.

/** Octets of the longest text for which character codes are quicker than a decoder in browsers (measured: 100). */
export const SHORT_TEXT = 100;

/** Where the codes of a text are put together: an array for each length. A view of the octets would take twice as long. */
const codesOf = Array.from({ length: SHORT_TEXT + 1 }, (_, length) => new Array<number>(length).fill(0));

/** The `count` octets of `octets` from `at` on as text; undefined if they are not all ASCII. `count` is {@link SHORT_TEXT} at most. */
export function shortAscii(octets: Uint8Array, at: number, count: number): string | undefined {
  const codes = codesOf[count];
  let all = 0;
  for (let i = 0; i < count; i++) {
    const octet = octets[at + i];
    codes[i] = octet;
    all |= octet;
  }
  return all < 0x80 ? String.fromCharCode.apply(null, codes) : undefined;
}
