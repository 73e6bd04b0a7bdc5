// Values of the interface language as Thrift's structs hold them and back. They differ in maps, whose keys are texts here and typed there.
import { type Key, keyText, keyValue } from '../../idl/map-keys';
import type { KeyType, StructType, Type } from '../../idl/types';
import type { Value } from '../../idl/value';
import type { ThriftFields, ThriftValue } from '../../wire/thrift/schema';

const TEXT_KEY: KeyType = { kind: 'string' };

/** `value`, which is one of `type`, to be written. */
export function toThrift(type: Type, value: Value): ThriftValue {
  if (value === null) return null;
  switch (type.kind) {
    case 'optional':
      return toThrift(type.inner, value);
    case 'list':
    case 'set':
      return (value as readonly Value[]).map(element => toThrift(type.element, element));
    case 'map': {
      const key = type.key ?? TEXT_KEY;
      const pairs = [...(value as ReadonlyMap<string, Value>)];
      return new Map(pairs.map(([text, each]) => [keyValue(key, text) as ThriftValue, toThrift(type.value, each)]));
    }
    case 'struct':
      return toFields(type, value as ReadonlyMap<string, Value>);
    default:
      return value as ThriftValue;
  }
}

function toFields({ members }: StructType, value: ReadonlyMap<string, Value>): ThriftFields {
  return new Map(members.map(({ name, type }) => [name, toThrift(type, value.get(name) ?? null)]));
}

/**
 * `value` as it was read for `type`. A member that has not come is absent. With `losesBools` every bool that is no field of its own is
 * false: npm thrift's fault.
 */
export function fromThrift(type: Type, value: ThriftValue, losesBools: boolean): Value {
  const part = (partType: Type, each: ThriftValue): Value =>
    losesBools && partType.kind === 'boolean' ? false : fromThrift(partType, each, losesBools);
  switch (type.kind) {
    case 'optional':
      return fromThrift(type.inner, value, losesBools);
    case 'list':
    case 'set':
      return (value as readonly ThriftValue[]).map(element => part(type.element, element));
    case 'map': {
      const key = type.key ?? TEXT_KEY;
      const pairs = [...(value as ReadonlyMap<ThriftValue, ThriftValue>)];
      return new Map(pairs.map(([name, each]) => [keyText(key, part(key, name) as Key), part(type.value, each)]));
    }
    case 'struct':
      return fromFields(type, value as ThriftFields, losesBools);
    default:
      return value as Value;
  }
}

function fromFields({ members }: StructType, fields: ThriftFields, losesBools: boolean): ReadonlyMap<string, Value> {
  const present = members.filter(({ name }) => fields.has(name));
  return new Map(present.map(({ name, type }) => [name, fromThrift(type, fields.get(name)!, losesBools)]));
}
