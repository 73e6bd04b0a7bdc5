// Scalar values written as JSON; json-value.ts has the table.
import { base64FromBytes, bytesFromBase64 } from './base64';
import { isLocalDateTime } from './datetime';
import type { Json } from './json';
import type { Place } from './place';
import type { ScalarKind } from './types';
import { LocalDateTime, type Value } from './value';
import { excerpt, valueFailure, wrongType } from './value-failure';

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;
const DOUBLE_NAMES: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/** A kind of scalar whose values do not carry their own type. */
export type PlainKind = Exclude<ScalarKind, 'any'>;

/** Whether an integer fits `int`'s 32 bits. */
export function fitsInt(value: number | bigint): boolean {
  return value >= INT_MIN && value <= INT_MAX;
}

/** Whether an integer fits `long`'s 64 bits. */
export function fitsLong(value: bigint): boolean {
  return value >= LONG_MIN && value <= LONG_MAX;
}

/** The scalar that `json` stands for. */
export function scalarFromJson(kind: PlainKind, json: Json, place: Place): Value {
  switch (kind) {
    case 'boolean':
      if (typeof json !== 'boolean') throw wrongType(kind, json, place);
      return json;
    case 'string':
      if (typeof json !== 'string') throw wrongType(kind, json, place);
      return json;
    case 'void':
      if (json !== null) throw wrongType(kind, json, place);
      return json;
    case 'int':
      return intFrom(json, place);
    case 'long':
      return longFrom(json, place);
    case 'double':
      return doubleFrom(json, place);
    case 'bytes':
      return bytesFrom(json, place);
    case 'datetime':
      return datetimeFrom(json, place);
  }
}

/** The JSON that stands for a scalar of `kind`. */
export function scalarToJson(kind: PlainKind, value: Value): Json {
  switch (kind) {
    case 'long':
      return longToJson(value as bigint);
    case 'double':
      return doubleToJson(value as number);
    case 'bytes':
      return base64FromBytes(value as Uint8Array);
    case 'datetime':
      return (value as LocalDateTime).iso;
    default:
      return value as null | boolean | number | string;
  }
}

function intFrom(json: Json, place: Place): number {
  if (typeof json !== 'number') throw wrongType('int', json, place);
  if (!Number.isInteger(json)) throw valueFailure('value.not-integer', place, { value: json });
  if (!fitsInt(json)) throw valueFailure('value.not-in-int', place, { value: json, min: INT_MIN, max: INT_MAX });
  return json + 0;
}

function longFrom(json: Json, place: Place): bigint {
  const long = typeof json === 'string' ? longFromDigits(json, place) : longFromNumber(json, place);
  if (fitsLong(long)) return long;
  throw valueFailure('value.not-in-long', place, { value: String(long), min: String(LONG_MIN), max: String(LONG_MAX) });
}

function longFromDigits(digits: string, place: Place): bigint {
  if (!/^-?\d{1,40}$/.test(digits)) throw valueFailure('value.not-integer', place, { value: excerpt(digits) });
  return BigInt(digits);
}

function longFromNumber(json: Json, place: Place): bigint {
  if (typeof json !== 'number') throw wrongType('long', json, place);
  if (!Number.isInteger(json)) throw valueFailure('value.not-integer', place, { value: json });
  if (!Number.isSafeInteger(json)) throw valueFailure('value.not-exact', place, { value: json });
  return BigInt(json);
}

function doubleFrom(json: Json, place: Place): number {
  if (typeof json === 'number') return json;
  if (typeof json !== 'string' || !Object.hasOwn(DOUBLE_NAMES, json)) throw wrongType('double', json, place);
  return DOUBLE_NAMES[json];
}

function bytesFrom(json: Json, place: Place): Uint8Array {
  if (typeof json !== 'string') throw wrongType('bytes', json, place);
  const bytes = bytesFromBase64(json);
  if (!bytes) throw valueFailure('value.invalid-base64', place, { value: excerpt(json) });
  return bytes;
}

function datetimeFrom(json: Json, place: Place): LocalDateTime {
  if (typeof json !== 'string') throw wrongType('datetime', json, place);
  if (!isLocalDateTime(json)) throw valueFailure('value.invalid-datetime', place, { value: excerpt(json) });
  return new LocalDateTime(json);
}

function longToJson(value: bigint): Json {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function doubleToJson(value: number): Json {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}
