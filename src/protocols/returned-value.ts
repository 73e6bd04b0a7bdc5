// What a function of the server returns whatever its arguments are, for the code pane.
import type { Json } from '../idl/json';
import { valueFromJson } from '../idl/json-value';
import type { Type } from '../idl/types';
import type { Value } from '../idl/value';
import { ProblemError } from '../problem/problem';

/** `json` as a value of `type`. A function that is never called may hold what is none: its JSON is shown as text. */
export function returnedValue(type: Type, json: Json): Value {
  try {
    return valueFromJson(type, json, []);
  } catch (error) {
    if (error instanceof ProblemError) return JSON.stringify(json);
    throw error;
  }
}
