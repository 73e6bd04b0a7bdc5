// Whether a value is of a type, and how a value of one type is handed over as one of another.
import { fitsInteger } from './integers';
import { keyValue } from './map-keys';
import type { MapType, StructType, Type } from './types';
import { Dynamic, LocalDateTime, type Value } from './value';

/** Whether `value` is one of `type`'s. */
export function conforms(type: Type, value: Value): boolean {
  switch (type.kind) {
    case 'optional':
      return value === null || conforms(type.inner, value);
    case 'list':
    case 'set':
      return Array.isArray(value) && value.every(element => conforms(type.element, element));
    case 'map':
      return value instanceof Map && conformsToEntries(type, value);
    case 'struct':
      return value instanceof Map && conformsToMembers(type, value);
    case 'boolean':
    case 'string':
      return typeof value === type.kind;
    case 'byte':
    case 'short':
    case 'int':
    case 'uint':
      return typeof value === 'number' && Number.isInteger(value) && fitsInteger(type.kind, value);
    case 'long':
    case 'ulong':
      return typeof value === 'bigint' && fitsInteger(type.kind, value);
    case 'enum':
      return typeof value === 'number' && Number.isInteger(value) && fitsInteger('int', value);
    case 'float':
      return typeof value === 'number' && Object.is(Math.fround(value), value);
    case 'double':
      return typeof value === 'number';
    case 'bytes':
      return value instanceof Uint8Array;
    case 'datetime':
      return value instanceof LocalDateTime;
    case 'any':
      return value instanceof Dynamic;
    case 'void':
      return value === null;
  }
}

function conformsToEntries({ key, value: type }: MapType, entries: ReadonlyMap<string, Value>): boolean {
  return [...entries].every(([text, value]) => (!key || keyValue(key, text) !== undefined) && conforms(type, value));
}

function conformsToMembers({ members }: StructType, value: ReadonlyMap<string, Value>): boolean {
  const known = members.filter(({ name }) => value.has(name));
  const groups = known.flatMap(({ oneof }) => oneof ?? []);
  return (
    known.length === value.size &&
    new Set(groups).size === groups.length &&
    members.every(({ name, type }) => (value.has(name) ? conforms(type, value.get(name)!) : type.kind === 'optional'))
  );
}
