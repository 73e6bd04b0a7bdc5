// Arguments carried over to another type: what still fits stays, the rest becomes the default.
import { ProblemError } from '../problem/problem';
import { defaultJson } from './default-json';
import { isJsonObject, type Json, type JsonObject } from './json';
import { valueAt } from './json-value';
import { keyValue } from './map-keys';
import { placeOf } from './place';
import type { MapType, Member, StructType, Type } from './types';

/** JSON for `type` that keeps of `json` whatever fits: the same value, else its fitting elements and members, else the default. */
export function fitJson(type: Type, json: Json): Json {
  if (fits(type, json)) return json;
  switch (type.kind) {
    case 'optional':
      return fitJson(type.inner, json);
    case 'list':
    case 'set':
      return Array.isArray(json) ? json.map((element: Json) => fitJson(type.element, element)) : [];
    case 'map':
      return isJsonObject(json) ? fitEntries(type, json) : {};
    case 'struct':
      return isJsonObject(json) ? fitMembers(type, json) : defaultJson(type);
    default:
      return defaultJson(type);
  }
}

function fitEntries({ key, value }: MapType, json: JsonObject): Json {
  const fitting = Object.entries(json).filter(([text]) => !key || keyValue(key, text) !== undefined);
  return Object.fromEntries(fitting.map(([text, element]) => [text, fitJson(value, element)]));
}

function fitMembers({ members }: StructType, json: JsonObject): Json {
  const has = ({ name }: Member) => Object.hasOwn(json, name);
  const chosen = members.filter(
    (member, i) =>
      (has(member) || member.type.kind !== 'optional') &&
      // Of a oneof, the first one that is given.
      (member.oneof === undefined || members.findIndex(each => each.oneof === member.oneof && has(each)) === i),
  );
  return Object.fromEntries(
    chosen.map(member => [member.name, fitJson(member.type, has(member) ? json[member.name] : null)]),
  );
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
