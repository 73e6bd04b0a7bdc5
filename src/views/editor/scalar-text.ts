// Scalars as they are typed into a field: text to JSON and back. Whether the JSON fits the type, idl/json-value.ts decides.
import { isIntegerKind } from '../../idl/integers';
import { isJsonObject, type Json } from '../../idl/json';
import { valueAt } from '../../idl/json-value';
import { placeOf } from '../../idl/place';
import type { PlainKind } from '../../idl/scalar-json';
import type { IntegerKind } from '../../idl/types';
import { type Problem, ProblemError } from '../../problem/problem';

/** The kinds of numbers. */
export type NumberKind = IntegerKind | 'float' | 'double';

/** Whether values of `kind` are numbers. */
export function isNumberKind(kind: PlainKind): kind is NumberKind {
  return isIntegerKind(kind) || kind === 'float' || kind === 'double';
}

/** What a field holds. */
export type Reading = { readonly json: Json; readonly problem?: undefined } | { readonly problem: Problem };

const WHOLE_NUMBER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The JSON of `kind` that `text` stands for, or why it stands for none. `name` is the field's, for the sentence. */
export function readScalar(kind: PlainKind, text: string, name: string): Reading {
  const json = jsonOf(kind, text);
  try {
    valueAt({ kind }, json, placeOf([], name));
    return { json };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

/** What stands in the field for `json`. */
export function scalarText(json: Json): string {
  if (typeof json === 'string') return json;
  if (Object.is(json, -0)) return '-0';
  return json === null || Array.isArray(json) || isJsonObject(json) ? JSON.stringify(json) : String(json);
}

/** The number next to `json` upwards (1) or downwards (-1), or undefined at the end of the range. */
export function stepScalar(kind: NumberKind, json: Json, by: 1 | -1): Json | undefined {
  const next =
    kind === 'long' || kind === 'ulong' ? String(BigInt(scalarText(json)) + BigInt(by)) : String(Number(json) + by);
  const reading = readScalar(kind, next, '');
  return reading.problem ? undefined : reading.json;
}

function jsonOf(kind: PlainKind, text: string): Json {
  const trimmed = text.trim();
  switch (kind) {
    case 'long':
    case 'ulong':
      return WHOLE_NUMBER.test(trimmed) ? longOf(trimmed) : text;
    case 'float':
    case 'double':
      return trimmed !== '-0' && NUMBER.test(trimmed) && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
    default:
      return isIntegerKind(kind) && NUMBER.test(trimmed) ? Number(trimmed) : text;
  }
}

/** Digits stay digits where a JSON number would not hold them all. */
function longOf(digits: string): Json {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits.replace(/^\+/, '');
}
