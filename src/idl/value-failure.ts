// Problems of values that do not fit their type.
import { type Problem, type ProblemError, type ProblemParams, problem } from '../problem/problem';
import type { Json } from './json';
import type { Place } from './place';

/** What is wrong with the value at `place`; throw what it returns. */
export function valueFailure(code: Problem['code'], place: Place, params: ProblemParams): ProblemError {
  return problem(code, { place: place.text, ...params }, { path: place.path });
}

/** `json` is not of `type`. */
export function wrongType(type: string, json: Json, place: Place): ProblemError {
  return valueFailure('value.wrong-type', place, { type, value: excerpt(JSON.stringify(json)) });
}

/** The beginning of a long text, for a sentence. */
export function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
