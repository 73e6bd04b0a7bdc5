// Values of the interface as the fields of a message hold them, and back.
import { keyText, keyValue } from '../../idl/map-keys';
import type { KeyType, MapType, Member, StructType, Type } from '../../idl/types';
import type { Value } from '../../idl/value';
import type { MapKey, Message, ProtobufValue } from '../../wire/protobuf/value';

const TEXT_KEY: KeyType = { kind: 'string' };

/** `value`, which must be one of `type`'s, for a field of that type. */
export function toField(type: Type, value: Value): ProtobufValue {
  switch (type.kind) {
    case 'optional':
      return value === null ? null : toField(type.inner, value);
    case 'list':
    case 'set':
      return (value as readonly Value[]).map(element => toField(type.element, element));
    case 'map':
      return toMap(type, value as ReadonlyMap<string, Value>);
    case 'struct':
      return toMessage(type.members, ({ name }) => (value as ReadonlyMap<string, Value>).get(name));
    default:
      return value as ProtobufValue;
  }
}

/** The message that has the value `valueFor` gives for each member. */
export function toMessage(
  members: readonly Member[],
  valueFor: (member: Member, index: number) => Value | undefined,
): Message {
  const message = new Map<string, ProtobufValue>();
  members.forEach((member, index) => {
    const value = valueFor(member, index);
    if (value !== undefined) message.set(member.name, toField(member.type, value));
  });
  return message;
}

function toMap({ key = TEXT_KEY, value: type }: MapType, map: ReadonlyMap<string, Value>): ProtobufValue {
  return new Map([...map].map(([text, value]) => [keyValue(key, text) as MapKey, toField(type, value)]));
}

/** What a field of `type` holds; undefined stands for an absent one, which means the type's zero. Language Guide, "Default Field Values". */
export function fromField(type: Type, field: ProtobufValue | undefined): Value {
  switch (type.kind) {
    case 'optional':
      return field === undefined ? null : fromField(type.inner, field);
    case 'list':
    case 'set':
      return ((field ?? []) as readonly ProtobufValue[]).map(element => fromField(type.element, element));
    case 'map':
      return fromMap(type, (field ?? new Map()) as ReadonlyMap<MapKey, ProtobufValue>);
    case 'struct':
      return fromMessage(type, (field ?? new Map()) as Message);
    default:
      return field === undefined ? zeroOf(type) : (field as Value);
  }
}

/** A struct; members that are optional and absent stay away. */
function fromMessage({ members }: StructType, message: Message): ReadonlyMap<string, Value> {
  const value = new Map<string, Value>();
  for (const { name, type } of members)
    if (type.kind !== 'optional' || message.has(name)) value.set(name, fromField(type, message.get(name)));
  return value;
}

function fromMap({ key = TEXT_KEY, value: type }: MapType, map: ReadonlyMap<MapKey, ProtobufValue>): Value {
  return new Map([...map].map(([mapKey, value]) => [keyText(key, mapKey), fromField(type, value)]));
}

function zeroOf({ kind }: Type): Value {
  switch (kind) {
    case 'boolean':
      return false;
    case 'string':
      return '';
    case 'bytes':
      return new Uint8Array();
    case 'long':
    case 'ulong':
      return 0n;
    case 'void':
      return null;
    default:
      return 0;
  }
}
