// The run's random numbers: SplitMix with 32 bits of state, after G. L. Steele, D. Lea, C. H. Flood: Fast Splittable
// Pseudorandom Number Generators, OOPSLA 2014, with the finalizer constants of MurmurHash3's fmix32.

/** Returns uint32 numbers, one after the other, which `seed` (a uint32) and `purpose` determine. Purposes do not disturb each other. */
export function randomNumbers(seed: number, purpose: RandomPurpose): () => number {
  let state = mix(seed ^ mix(PURPOSES.indexOf(purpose) + 1));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
}

/** What random numbers are drawn for. Each has its own sequence, so that one more connection does not change the ids of messages. */
export type RandomPurpose = (typeof PURPOSES)[number];
const PURPOSES = [
  'client TCP',
  'server TCP',
  'client messages',
  'server messages',
  'path to the server',
  'path to the client',
  'luck of packets',
  'retries',
  'call keys',
] as const;

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
