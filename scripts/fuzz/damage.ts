// Inputs that a decoder does not expect: octets at random, and valid ones with some of them flipped, cut out, put in or repeated.

/** Returns a whole number from 0 to below `limit`. */
export type Draw = (limit: number) => number;

/** Octets of no message are at most this many. */
const LONGEST_NOISE = 200;
/** Faults of one input. */
const MOST_FAULTS = 4;

/** Numbers that `seed` determines: xorshift with 32 bits of state. G. Marsaglia: Xorshift RNGs, J. of Statistical Software 8 (2003). */
export function drawing(seed: number): Draw {
  let state = seed | 0 || 1;
  return limit => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** One of `valid` with faults in it; one time in eight octets at random. */
export function damaged(valid: readonly Uint8Array[], draw: Draw): Uint8Array {
  if (valid.length === 0 || draw(8) === 0) return noise(draw(LONGEST_NOISE), draw);
  let octets = valid[draw(valid.length)];
  for (let faults = draw(MOST_FAULTS) + 1; faults > 0; faults--) octets = withFault(octets, draw);
  return octets;
}

function withFault(octets: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(octets.length + 1);
  const length = draw(draw(4) === 0 ? 64 : 4) + 1;
  switch (draw(6)) {
    case 0:
      return replaced(octets, at, at + 1, Uint8Array.of((octets[at] ?? 0) ^ (1 << draw(8))));
    case 1:
      return replaced(octets, at, at + length, new Uint8Array());
    case 2:
      return octets.slice(0, at);
    case 3:
      return replaced(octets, at, at, noise(length, draw));
    case 4:
      return replaced(octets, at, at, octets.subarray(at, at + length));
    default:
      return replaced(octets, at, at + length, new Uint8Array(length).fill(draw(2) === 0 ? 0xff : draw(256)));
  }
}

/** `octets` with `others` instead of `[from, to)`. */
function replaced(octets: Uint8Array, from: number, to: number, others: Uint8Array): Uint8Array {
  const rest = octets.subarray(Math.min(to, octets.length));
  const result = new Uint8Array(from + others.length + rest.length);
  result.set(octets.subarray(0, from));
  result.set(others, from);
  result.set(rest, from + others.length);
  return result;
}

function noise(length: number, draw: Draw): Uint8Array {
  return Uint8Array.from({ length }, () => draw(256));
}
