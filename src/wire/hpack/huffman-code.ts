// The Huffman code of HPACK. RFC 7541 §5.2 and appendix B.
// The code is canonical: sorted by length and then by symbol, each code is the one before plus one, with zeros behind where it is longer.
// So the lengths say all.

/** Bits of the code of each octet 0 to 255, and of EOS. */
const LENGTHS: readonly number[] = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
  13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6,
  5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23,
  22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20, 22, 22,
  23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26,
  20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27,
  27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27,
  27, 27, 27, 26, 30,
];

/** The symbol that must never occur in a string; its first bits are the padding. */
export const EOS = 256;

/** A symbol's code: the lowest `length` bits of `code`. */
export interface Code {
  readonly code: number;
  readonly length: number;
}

/** The code of each octet, and of EOS. */
export const CODES: readonly Code[] = canonicalCodes(LENGTHS);

function canonicalCodes(lengths: readonly number[]): Code[] {
  const symbols = [...lengths.keys()].sort((a, b) => lengths[a] - lengths[b] || a - b);
  const codes: Code[] = [];
  let code = 0;
  let before = 0;
  for (const symbol of symbols) {
    const length = lengths[symbol];
    code <<= length - before;
    codes[symbol] = { code, length };
    code++;
    before = length;
  }
  return codes;
}
