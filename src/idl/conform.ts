// Whether a value is of a type, and how a value of one type is handed over as one of another.
import { fitsInt, fitsLong } from './scalar-json';
import type { Type } from './types';
import { Dynamic, LocalDateTime, type Value } from './value';

/** Whether `value` is one of `type`'s. */
export function conforms(type: Type, value: Value): boolean {
  switch (type.kind) {
    case 'optional':
      return value === null || conforms(type.inner, value);
    case 'list':
      return Array.isArray(value) && value.every(element => conforms(type.element, element));
    case 'map':
      return value instanceof Map && [...value.values()].every(element => conforms(type.value, element));
    case 'struct':
      return value instanceof Map && conformsToMembers(type, value);
    case 'boolean':
    case 'string':
      return typeof value === type.kind;
    case 'int':
      return typeof value === 'number' && Number.isInteger(value) && fitsInt(value);
    case 'long':
      return typeof value === 'bigint' && fitsLong(value);
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

function conformsToMembers({ members }: Extract<Type, { kind: 'struct' }>, value: ReadonlyMap<string, Value>): boolean {
  const known = members.filter(({ name }) => value.has(name));
  return (
    known.length === value.size &&
    members.every(({ name, type }) => (value.has(name) ? conforms(type, value.get(name)!) : type.kind === 'optional'))
  );
}
