// Values of the type `any` written as JSON. What JSON tells apart by itself stands plainly; the rest carries a tag.
import { enumToJson } from './enum-json';
import { fitsInteger } from './integers';
import { isJsonObject, type Json } from './json';
import { MAX_VALUE_DEPTH, type Place } from './place';
import { type PlainKind, scalarFromJson, scalarToJson } from './scalar-json';
import { ANY, type Type } from './types';
import { Dynamic, type Value } from './value';
import { valueFailure, wrongType } from './value-failure';

const LIST: Type = { kind: 'list', element: ANY };
const MAP: Type = { kind: 'map', value: ANY };
const TAGS: Readonly<Record<string, PlainKind | 'map'>> = {
  $byte: 'byte',
  $short: 'short',
  $int: 'int',
  $uint: 'uint',
  $long: 'long',
  $ulong: 'ulong',
  $float: 'float',
  $double: 'double',
  $bytes: 'bytes',
  $datetime: 'datetime',
  $map: 'map',
};

/**
 * The value that `json` stands for by its own nature: null has the type `void`; a whole number is an `int` in 32 bits, else a `long` if
 * exact; any other number is a `double`; an array is a `list<any>`, an object a `map<any>`. An object whose only member has the name of
 * a type behind a `$`, one of {@link TAGS}, is a value of that type: `{"$double": 1}`.
 */
export function dynamicFromJson(json: Json, place: Place): Dynamic {
  if (place.depth > MAX_VALUE_DEPTH) throw valueFailure('value.too-deep', place, { limit: MAX_VALUE_DEPTH });
  if (Array.isArray(json))
    return new Dynamic(
      LIST,
      json.map((item, index) => dynamicFromJson(item, place.within(index))),
    );
  if (isJsonObject(json)) return objectFromJson(json, place);
  const kind = plainKind(json as null | boolean | number | string);
  return new Dynamic({ kind }, scalarFromJson(kind, json, place));
}

/** The JSON that stands for a value with its type. */
export function dynamicToJson({ type, value }: Dynamic): Json {
  switch (type.kind) {
    case 'any':
      return dynamicToJson(value as Dynamic);
    case 'optional':
      return value === null ? null : dynamicToJson(new Dynamic(type.inner, value));
    case 'list':
    case 'set':
      return (value as readonly Value[]).map(element => dynamicToJson(new Dynamic(type.element, element)));
    case 'map':
      return objectToJson(value as ReadonlyMap<string, Value>, () => type.value);
    case 'struct': {
      const types = new Map(type.members.map(member => [member.name, member.type]));
      return objectToJson(value as ReadonlyMap<string, Value>, name => types.get(name)!);
    }
    case 'enum':
      return enumToJson(type, value as number);
    default:
      return taggedScalar(type.kind, value);
  }
}

function objectFromJson(json: { readonly [key: string]: Json }, place: Place): Dynamic {
  const [[key, content] = [], ...others] = Object.entries(json);
  if (key === undefined || content === undefined || others.length > 0 || !Object.hasOwn(TAGS, key))
    return mapFromJson(json, place);
  const tag = TAGS[key];
  if (tag !== 'map') return new Dynamic({ kind: tag }, scalarFromJson(tag, content, place.within(key)));
  if (!isJsonObject(content)) throw wrongType('map', content, place.within(key));
  return mapFromJson(content, place.within(key));
}

function mapFromJson(json: { readonly [key: string]: Json }, place: Place): Dynamic {
  const entries = Object.entries(json).map(([key, item]) => [key, dynamicFromJson(item, place.within(key))] as const);
  return new Dynamic(MAP, new Map(entries));
}

function plainKind(json: null | boolean | number | string): PlainKind {
  if (json === null) return 'void';
  if (typeof json === 'boolean') return 'boolean';
  if (typeof json === 'string') return 'string';
  if (!Number.isSafeInteger(json) || Object.is(json, -0)) return 'double';
  return fitsInteger('int', json) ? 'int' : 'long';
}

function taggedScalar(kind: PlainKind, value: Value): Json {
  const json = scalarToJson(kind, value);
  const plain =
    typeof json !== 'string' || kind === 'string' ? plainKind(json as null | boolean | number | string) : undefined;
  return plain === kind ? json : { [`$${kind}`]: json };
}

function objectToJson(entries: ReadonlyMap<string, Value>, typeOf: (key: string) => Type): Json {
  const json = Object.fromEntries(
    [...entries].map(([key, value]) => [key, dynamicToJson(new Dynamic(typeOf(key), value))]),
  );
  const [key, ...others] = Object.keys(json);
  return key !== undefined && others.length === 0 && Object.hasOwn(TAGS, key) ? { $map: json } : json;
}
