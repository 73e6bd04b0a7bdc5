// Scalar values written as JSON; json-value.ts has the table.
import { base64FromBytes, bytesFromBase64 } from './base64';
import { isLocalDateTime } from './datetime';
import { fitsInteger, INTEGERS } from './integers';
import type { Json } from './json';
import type { Place } from './place';
import type { IntegerKind, ScalarKind } from './types';
import { LocalDateTime, type Value } from './value';
import { excerpt, valueFailure, wrongType } from './value-failure';

/** The greatest number of 32 bits. IEEE 754 binary32: (2 - 2^-23) * 2^127. */
const FLOAT_MAX = (2 - 2 ** -23) * 2 ** 127;
const DOUBLE_NAMES: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/** A kind of scalar whose values do not carry their own type. */
export type PlainKind = Exclude<ScalarKind, 'any'>;

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
    case 'byte':
    case 'short':
    case 'int':
    case 'uint':
      return numberFrom(kind, json, place);
    case 'long':
    case 'ulong':
      return bigintFrom(kind, json, place);
    case 'float':
      return floatFrom(json, place);
    case 'double':
      return doubleFrom(kind, json, place);
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
    case 'ulong':
      return bigintToJson(value as bigint);
    case 'float':
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

function numberFrom(kind: IntegerKind, json: Json, place: Place): number {
  if (typeof json !== 'number') throw wrongType(kind, json, place);
  if (!Number.isInteger(json)) throw valueFailure('value.not-integer', place, { value: json });
  return inRange(kind, json, place) + 0;
}

function bigintFrom(kind: IntegerKind, json: Json, place: Place): bigint {
  return inRange(kind, typeof json === 'string' ? fromDigits(json, place) : fromNumber(kind, json, place), place);
}

function fromDigits(digits: string, place: Place): bigint {
  if (!/^-?\d{1,40}$/.test(digits)) throw valueFailure('value.not-integer', place, { value: excerpt(digits) });
  return BigInt(digits);
}

function fromNumber(kind: IntegerKind, json: Json, place: Place): bigint {
  if (typeof json !== 'number') throw wrongType(kind, json, place);
  if (!Number.isInteger(json)) throw valueFailure('value.not-integer', place, { value: json });
  if (!Number.isSafeInteger(json)) throw valueFailure('value.not-exact', place, { value: json });
  return BigInt(json);
}

function inRange<T extends number | bigint>(kind: IntegerKind, value: T, place: Place): T {
  if (fitsInteger(kind, value)) return value;
  const { bits, min, max } = INTEGERS[kind];
  throw valueFailure('value.out-of-range', place, {
    type: kind,
    value: String(value),
    bits,
    min: String(min),
    max: String(max),
  });
}

/** The 32-bit number next to the one that is written. */
function floatFrom(json: Json, place: Place): number {
  const value = doubleFrom('float', json, place);
  const float = Math.fround(value);
  if (Number.isFinite(float) || !Number.isFinite(value)) return float;
  throw valueFailure('value.out-of-range', place, {
    type: 'float',
    value,
    bits: 32,
    min: -FLOAT_MAX,
    max: FLOAT_MAX,
  });
}

function doubleFrom(kind: 'float' | 'double', json: Json, place: Place): number {
  if (typeof json === 'number') return json;
  if (typeof json !== 'string' || !Object.hasOwn(DOUBLE_NAMES, json)) throw wrongType(kind, json, place);
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

function bigintToJson(value: bigint): Json {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function doubleToJson(value: number): Json {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}
