// The integer types: how many bits they have, and what fits.
import type { IntegerKind, KeyKind } from './types';

/** What an integer type holds. */
export interface IntegerRange {
  readonly bits: number;
  readonly min: number | bigint;
  readonly max: number | bigint;
}

/** The integer types, from the shortest to the longest. A value of 64 bits is a bigint, of fewer a number. */
export const INTEGERS: Readonly<Record<IntegerKind, IntegerRange>> = {
  byte: { bits: 8, min: -(2 ** 7), max: 2 ** 7 - 1 },
  short: { bits: 16, min: -(2 ** 15), max: 2 ** 15 - 1 },
  int: { bits: 32, min: -(2 ** 31), max: 2 ** 31 - 1 },
  uint: { bits: 32, min: 0, max: 2 ** 32 - 1 },
  long: { bits: 64, min: -(2n ** 63n), max: 2n ** 63n - 1n },
  ulong: { bits: 64, min: 0n, max: 2n ** 64n - 1n },
};

/** Whether `kind` is one of the integer types. */
export function isIntegerKind(kind: string): kind is IntegerKind {
  return Object.hasOwn(INTEGERS, kind);
}

/** Whether keys of a map can be of `kind`. */
export function isKeyKind(kind: string): kind is KeyKind {
  return kind === 'boolean' || kind === 'string' || isIntegerKind(kind);
}

/** Whether a whole number is one of `kind`. */
export function fitsInteger(kind: IntegerKind, value: number | bigint): boolean {
  const { min, max } = INTEGERS[kind];
  return value >= min && value <= max;
}
