// Values of a call as JSON and back, as a JavaScript programmer would do it.
//
// JSON has no types of its own for some of ours: bytes travel as a base64 string, a datetime as its ISO 8601 text, and a long as a
// number with all its digits. Simplified: JSON.stringify refuses a BigInt; a programmer would send a string, or use a JSON library of
// his own. The octets here are what such a library writes, and the reader keeps every digit where the interface says `long`.
import { base64FromBytes, bytesFromBase64 } from '../idl/base64';
import { isLocalDateTime } from '../idl/datetime';
import { fitsInteger } from '../idl/integers';
import { ANY, BOOLEAN, DOUBLE, INT, LONG, STRING, type StructType, type Type, VOID } from '../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../idl/value';
import type { JsonValue } from '../wire/json/json-value';
import type { JsonWriter } from '../wire/json/json-writer';
import { MEMBER } from '../wire/json/kinds';

const ANY_LIST: Type = { kind: 'list', element: ANY };
const ANY_MAP: Type = { kind: 'map', value: ANY };

/** Writes `value` as JSON. A double without a JSON number (NaN, infinities) becomes null, as with JSON.stringify. */
export function writeValue(json: JsonWriter, value: Value, key?: string | number): void {
  if (typeof value === 'string') json.string(value, undefined, key);
  else if (typeof value === 'number') json.number(value, undefined, key);
  else if (typeof value === 'bigint') json.integer(value, undefined, key);
  else if (typeof value === 'boolean' || value === null) json.literal(value, undefined, key);
  else if (value instanceof Dynamic) writeValue(json, value.value, key);
  else if (value instanceof Uint8Array) json.string(base64FromBytes(value), undefined, key);
  else if (value instanceof LocalDateTime) json.string(value.iso, undefined, key);
  else if (value instanceof Map) writeObject(json, value, key);
  else writeArray(json, value as readonly Value[], key);
}

function writeArray(json: JsonWriter, elements: readonly Value[], key?: string | number): void {
  json.beginArray(undefined, key);
  for (let i = 0; i < elements.length; i++) writeValue(json, elements[i], i);
  json.endArray();
}

function writeObject(json: JsonWriter, members: ReadonlyMap<string, Value>, key?: string | number): void {
  json.beginObject(undefined, key);
  if (hasArrayIndex(members)) {
    for (const name of inPropertyOrder(members.keys())) writeMember(json, name, members.get(name)!);
  } else {
    members.forEach((value, name) => {
      writeMember(json, name, value);
    });
  }
  json.endObject();
}

function writeMember(json: JsonWriter, name: string, value: Value): void {
  json.beginMember(name, MEMBER, name);
  writeValue(json, value);
  json.endMember();
}

function hasArrayIndex(members: ReadonlyMap<string, Value>): boolean {
  for (const name of members.keys()) if (isArrayIndex(name)) return true;
  return false;
}

/** ECMA-262 §10.1.11.1: an object lists names that are array indices first, in ascending order, and then the others as they were added. */
function inPropertyOrder(names: Iterable<string>): string[] {
  const all = [...names];
  const indices = all.filter(isArrayIndex).sort((a, b) => Number(a) - Number(b));
  return [...indices, ...all.filter(name => !isArrayIndex(name))];
}

function isArrayIndex(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && /^(?:0|[1-9]\d*)$/.test(name) && Number(name) < 2 ** 32 - 1;
}

/**
 * The value of `type` that `json` holds. JavaScript checks no types: what does not fit is handed over as it came, as a {@link Dynamic}.
 */
export function readValue(type: Type, json: JsonValue): Value {
  const value = typedValue(type, json);
  return value === undefined ? dynamicValue(json) : value;
}

/** The value that `json` is by its own nature: a whole number that a double holds exactly is an int or a long, any other a double. */
export function dynamicValue(json: JsonValue): Dynamic {
  if (json === null) return new Dynamic(VOID, null);
  if (typeof json === 'boolean') return new Dynamic(BOOLEAN, json);
  if (typeof json === 'string') return new Dynamic(STRING, json);
  if (json instanceof Map) return new Dynamic(ANY_MAP, mapped(json, dynamicValue));
  if (Array.isArray(json)) return new Dynamic(ANY_LIST, json.map(dynamicValue));
  // JSON.parse makes a double of every number.
  const number = Number(json);
  if (!Number.isSafeInteger(number) || Object.is(number, -0)) return new Dynamic(DOUBLE, number);
  return isInt(number) ? new Dynamic(INT, number) : new Dynamic(LONG, BigInt(number));
}

function typedValue(type: Type, json: JsonValue): Value | undefined {
  switch (type.kind) {
    case 'any':
      return dynamicValue(json);
    case 'void':
      return json === null ? null : undefined;
    case 'boolean':
      return typeof json === 'boolean' ? json : undefined;
    case 'int':
      return typeof json === 'number' && isInt(json) ? json : undefined;
    case 'long':
    case 'ulong':
      return longValue(type.kind, json);
    case 'double':
      return typeof json === 'number' || typeof json === 'bigint' ? Number(json) : undefined;
    case 'string':
      return typeof json === 'string' ? json : undefined;
    case 'bytes':
      return typeof json === 'string' ? bytesFromBase64(json) : undefined;
    case 'datetime':
      return typeof json === 'string' && isLocalDateTime(json) ? new LocalDateTime(json) : undefined;
    case 'optional':
      return json === null ? null : typedValue(type.inner, json);
    case 'list':
      return Array.isArray(json) ? json.map(element => readValue(type.element, element)) : undefined;
    case 'map':
      return json instanceof Map ? mapped(json, member => readValue(type.value, member)) : undefined;
    case 'struct':
      return json instanceof Map ? structValue(type, json) : undefined;
  }
}

/** A struct is read in the order of the text. A member that it does not have stays, as it stays in a JavaScript object. */
function structValue(type: StructType, json: ReadonlyMap<string, JsonValue>): ReadonlyMap<string, Value> {
  const types = memberTypes(type);
  return mapped(json, (member, name) => readValue(types.get(name) ?? ANY, member));
}

const typesOfMembers = new WeakMap<StructType, ReadonlyMap<string, Type>>();

/** The types of a struct's members by name, made once for each struct. */
function memberTypes(type: StructType): ReadonlyMap<string, Type> {
  let types = typesOfMembers.get(type);
  if (!types) {
    types = new Map(type.members.map(member => [member.name, member.type]));
    typesOfMembers.set(type, types);
  }
  return types;
}

function longValue(kind: 'long' | 'ulong', json: JsonValue): bigint | undefined {
  if (typeof json !== 'bigint' && !(typeof json === 'number' && Number.isInteger(json))) return undefined;
  const long = BigInt(json);
  return fitsInteger(kind, long) ? long : undefined;
}

function isInt(number: number): boolean {
  return (number | 0) === number;
}

function mapped(
  json: ReadonlyMap<string, JsonValue>,
  valueFrom: (member: JsonValue, name: string) => Value,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  json.forEach((member, name) => {
    values.set(name, valueFrom(member, name));
  });
  return values;
}
