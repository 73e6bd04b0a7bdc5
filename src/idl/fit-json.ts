// Arguments carried over to another type: what still fits stays, the rest becomes the default.
import { ProblemError } from '../problem/problem';
import { defaultJson } from './default-json';
import { isJsonObject, type Json } from './json';
import { valueAt } from './json-value';
import { placeOf } from './place';
import type { Type } from './types';

/** JSON for `type` that keeps of `json` whatever fits: the same value, else its fitting elements and members, else the default. */
export function fitJson(type: Type, json: Json): Json {
  if (fits(type, json)) return json;
  switch (type.kind) {
    case 'optional':
      return fitJson(type.inner, json);
    case 'list':
      return Array.isArray(json) ? json.map((element: Json) => fitJson(type.element, element)) : [];
    case 'map':
      return isJsonObject(json)
        ? Object.fromEntries(Object.entries(json).map(([key, element]) => [key, fitJson(type.value, element)]))
        : {};
    case 'struct':
      return isJsonObject(json)
        ? Object.fromEntries(
            type.members
              .filter(member => Object.hasOwn(json, member.name) || member.type.kind !== 'optional')
              .map(member => [
                member.name,
                fitJson(member.type, Object.hasOwn(json, member.name) ? json[member.name] : null),
              ]),
          )
        : defaultJson(type);
    default:
      return defaultJson(type);
  }
}

function fits(type: Type, json: Json): boolean {
  try {
    valueAt(type, json, placeOf([]));
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
