// Values written as JSON, in scenario files, links and the editor, and read with exact checks.
import { problem } from '../problem/problem';
import { dynamicFromJson, dynamicToJson } from './dynamic-json';
import { enumFromJson, enumToJson } from './enum-json';
import { isJsonObject, type Json, type JsonObject } from './json';
import { keyValue } from './map-keys';
import { MAX_VALUE_DEPTH, type Place, placeOf } from './place';
import { typeText } from './print';
import { scalarFromJson, scalarToJson } from './scalar-json';
import type { MapType, Member, Method, StructType, Type } from './types';
import type { Dynamic, Value } from './value';
import { valueFailure, wrongType } from './value-failure';

/**
 * The value of `type` that `json` stands for. Throws a problem with the place when it stands for none.
 *
 * | type | JSON |
 * |---|---|
 * | boolean, string | the same |
 * | byte, short, int, uint | a whole number |
 * | long, ulong | a whole number up to 2^53 - 1, or its decimal digits in a string |
 * | double, float | a number, or "NaN", "Infinity", "-Infinity", "-0" |
 * | bytes | base64 in a string |
 * | datetime | "2024-02-29T12:34:56" |
 * | enum | the name of a member, or the number of none |
 * | list, set | array |
 * | map | object, whose keys are those of map-keys.ts |
 * | struct | object in any order; the value has the members in declared order, and of a oneof only the one that is given |
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
    case 'set':
      return listAt(type, json, place);
    case 'map':
      return mapAt(type, json, place);
    case 'enum':
      return enumFromJson(type, json, place);
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
    case 'set':
      return (value as readonly Value[]).map(element => valueToJson(type.element, element));
    case 'map':
      return objectOf(value as ReadonlyMap<string, Value>, () => type.value);
    case 'struct': {
      const types = new Map(type.members.map(member => [member.name, member.type]));
      return objectOf(value as ReadonlyMap<string, Value>, name => types.get(name)!);
    }
    case 'enum':
      return enumToJson(type, value as number);
    case 'any':
      return dynamicToJson(value as Dynamic);
    default:
      return scalarToJson(type.kind, value);
  }
}

function listAt({ kind, element }: Extract<Type, { element: Type }>, json: Json, place: Place): Value {
  if (!Array.isArray(json)) throw wrongType(kind, json, place);
  return json.map((item, index) => valueAt(element, item, place.within(index)));
}

function mapAt({ key: keyType, value }: MapType, json: Json, place: Place): Value {
  if (!isJsonObject(json)) throw wrongType('map', json, place);
  const entries = Object.entries(json).map(([key, item]) => {
    if (keyType && keyValue(keyType, key) === undefined)
      throw valueFailure('value.wrong-key', place.within(key), { key, type: typeText(keyType), place: place.text });
    return [key, valueAt(value, item, place.within(key))] as const;
  });
  return new Map(entries);
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
  for (const member of type.members) {
    const { name, type: memberType } = member;
    if (!Object.hasOwn(json, name)) {
      if (memberType.kind !== 'optional') throw valueFailure('value.missing-member', place, { name });
      continue;
    }
    const value = valueAt(memberType, json[name], place.within(name));
    // Null says of a member of a oneof that another one is given, or none.
    if (member.oneof !== undefined && value === null) continue;
    const first = given(type, member, members);
    if (first) throw valueFailure('value.oneof', place, { oneof: member.oneof!, first: first.name, second: name });
    members.set(name, value);
  }
  return members;
}

/** The member that is given already of the oneof that `member` is in. */
function given({ members }: StructType, { oneof }: Member, values: ReadonlyMap<string, Value>): Member | undefined {
  return oneof === undefined ? undefined : members.find(other => other.oneof === oneof && values.has(other.name));
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
