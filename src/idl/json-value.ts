// Values written as JSON, in scenario files, links and the editor, and read with exact checks.
import { problem } from '../problem/problem';
import { dynamicFromJson, dynamicToJson } from './dynamic-json';
import { isJsonObject, type Json, type JsonObject } from './json';
import { MAX_VALUE_DEPTH, type Place, placeOf } from './place';
import { scalarFromJson, scalarToJson } from './scalar-json';
import type { Method, StructType, Type } from './types';
import type { Dynamic, Value } from './value';
import { valueFailure, wrongType } from './value-failure';

/**
 * The value of `type` that `json` stands for. Throws a problem with the place when it stands for none.
 *
 * | type | JSON |
 * |---|---|
 * | boolean, string | the same |
 * | int | a whole number |
 * | long | a whole number up to 2^53 - 1, or its decimal digits in a string |
 * | double | a number, or "NaN", "Infinity", "-Infinity", "-0" |
 * | bytes | base64 in a string |
 * | datetime | "2024-02-29T12:34:56" |
 * | list, map, struct | array, object, object in any order; the value has a struct's members in declared order |
 * | optional | null, or what its type has; a struct may lack such a member |
 * | any | see dynamic-json.ts |
 * | void | null |
 */
export function valueFromJson(type: Type, json: Json, path: readonly (string | number)[]): Value {
  return valueAt(type, json, placeOf(path));
}

/** {@link valueFromJson} for a place that has a name of its own. */
export function valueAt(type: Type, json: Json, place: Place): Value {
  if (place.depth > MAX_VALUE_DEPTH) throw valueFailure('value.too-deep', place, { limit: MAX_VALUE_DEPTH });
  switch (type.kind) {
    case 'optional':
      return json === null ? null : valueAt(type.inner, json, place);
    case 'list':
      return listAt(type.element, json, place);
    case 'map':
      return mapAt(type.value, json, place);
    case 'struct':
      return structAt(type, json, place);
    case 'any':
      return dynamicFromJson(json, place);
    default:
      return scalarFromJson(type.kind, json, place);
  }
}

/**
 * A method's arguments in the order of its parameters. `args` has them in this order, or by name; optional ones at the end,
 * or any by name, may be missing and are null. Paths of problems begin with `['args', index]`.
 */
export function argumentsFromJson(method: Method, args: readonly Json[] | JsonObject): Value[] {
  const { params } = method;
  const given = Array.isArray(args) ? byPosition(method, args) : byName(method, args as JsonObject);
  return params.map(({ name, type }, index) => {
    const json = given[index];
    const place = placeOf(['args', index], name);
    if (json === undefined && type.kind !== 'optional')
      throw problem('value.missing-argument', { name }, { path: place.path });
    return valueAt(type, json ?? null, place);
  });
}

/** The JSON that stands for a value of `type`; the inverse of {@link valueFromJson}. */
export function valueToJson(type: Type, value: Value): Json {
  switch (type.kind) {
    case 'optional':
      return value === null ? null : valueToJson(type.inner, value);
    case 'list':
      return (value as readonly Value[]).map(element => valueToJson(type.element, element));
    case 'map':
      return objectOf(value as ReadonlyMap<string, Value>, () => type.value);
    case 'struct': {
      const types = new Map(type.members.map(member => [member.name, member.type]));
      return objectOf(value as ReadonlyMap<string, Value>, name => types.get(name)!);
    }
    case 'any':
      return dynamicToJson(value as Dynamic);
    default:
      return scalarToJson(type.kind, value);
  }
}

function listAt(element: Type, json: Json, place: Place): Value {
  if (!Array.isArray(json)) throw wrongType('list', json, place);
  return json.map((item, index) => valueAt(element, item, place.within(index)));
}

function mapAt(value: Type, json: Json, place: Place): Value {
  if (!isJsonObject(json)) throw wrongType('map', json, place);
  return new Map(Object.entries(json).map(([key, item]) => [key, valueAt(value, item, place.within(key))]));
}

function structAt(type: StructType, json: Json, place: Place): Value {
  if (!isJsonObject(json)) throw wrongType(type.name, json, place);
  const unknown = Object.keys(json).find(name => !type.members.some(member => member.name === name));
  if (unknown !== undefined)
    throw valueFailure('value.unknown-member', place.within(unknown), {
      place: place.text,
      name: unknown,
      struct: type.name,
    });
  const members = new Map<string, Value>();
  for (const { name, type: memberType } of type.members) {
    if (Object.hasOwn(json, name)) members.set(name, valueAt(memberType, json[name], place.within(name)));
    else if (memberType.kind !== 'optional') throw valueFailure('value.missing-member', place, { name });
  }
  return members;
}

function objectOf(entries: ReadonlyMap<string, Value>, typeOf: (key: string) => Type): Json {
  return Object.fromEntries([...entries].map(([key, value]) => [key, valueToJson(typeOf(key), value)]));
}

function byPosition({ name, params }: Method, args: readonly Json[]): readonly Json[] {
  if (args.length > params.length)
    throw problem(
      'value.too-many-arguments',
      { count: args.length, method: name, wanted: params.length },
      { path: ['args', params.length] },
    );
  return args;
}

function byName({ name: method, params }: Method, args: JsonObject): readonly (Json | undefined)[] {
  const unknown = Object.keys(args).find(name => !params.some(param => param.name === name));
  if (unknown !== undefined)
    throw problem('value.unknown-argument', { method, name: unknown }, { path: ['args', unknown] });
  return params.map(({ name }) => (Object.hasOwn(args, name) ? args[name] : undefined));
}
