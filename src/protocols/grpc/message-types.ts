// Types of the interface as Protocol Buffers has them. protobuf.dev, Language Guide (proto3).
// Simplified: byte and short are int32, for it has no shorter integer; their range is the interface's affair.
import { fieldNumbers } from '../../idl/field-numbers';
import { typeText } from '../../idl/print';
import type { Attribute, EnumType, MapType, Member, StructType, Type } from '../../idl/types';
import { type Problem, problem } from '../../problem/problem';
import {
  type FieldDeclaration,
  MessageType,
  type EnumType as ProtobufEnum,
  type MapType as ProtobufMap,
} from '../../wire/protobuf/message-type';

type FieldType = FieldDeclaration['type'];
type SingleType = ProtobufMap['value'];

/** Struct types that have a message type already. */
const known = new WeakMap<StructType, MessageType>();

/** The message type of a struct. */
export function structMessage(struct: StructType): MessageType {
  let type = known.get(struct);
  if (!type) {
    type = new MessageType(struct.name, 'proto3', () => fieldsOf(struct.members));
    known.set(struct, type);
  }
  return type;
}

/** The fields of a message with `members`. `keyOf` gives the keys in annotations, where they are not the names. */
export function fieldsOf(members: readonly Member[], keyOf?: (index: number) => string | number): FieldDeclaration[] {
  const numbers = fieldNumbers(members);
  return members.map((member, index) => ({ ...fieldOf(member, numbers[index]), ...(keyOf && { key: keyOf(index) }) }));
}

function fieldOf({ name, type, attributes = [], oneof }: Member, number: number): FieldDeclaration {
  const common = { name, number, ...(oneof !== undefined && { oneof }) };
  switch (type.kind) {
    case 'optional':
      return { ...common, type: singleType(type.inner, attributes), cardinality: 'optional' };
    case 'list':
    case 'set':
      return {
        ...common,
        type: singleType(type.element, attributes),
        cardinality: 'repeated',
        ...(attributes.includes('unpacked') && { packed: false }),
      };
    case 'map':
      return { ...common, type: mapType(type) };
    default:
      return { ...common, type: singleType(type, attributes) };
  }
}

function mapType({ key, value }: MapType): FieldType {
  return {
    kind: 'map',
    key: singleType(key ?? { kind: 'string' }, []) as ProtobufMap['key'],
    value: singleType(value, []),
  };
}

function singleType(type: Type, attributes: readonly Attribute[]): SingleType {
  const zigzag = attributes.includes('zigzag');
  const fixed = attributes.includes('fixed');
  switch (type.kind) {
    case 'boolean':
      return 'bool';
    case 'byte':
    case 'short':
    case 'int':
      return fixed ? 'sfixed32' : zigzag ? 'sint32' : 'int32';
    case 'uint':
      return fixed ? 'fixed32' : 'uint32';
    case 'long':
      return fixed ? 'sfixed64' : zigzag ? 'sint64' : 'int64';
    case 'ulong':
      return fixed ? 'fixed64' : 'uint64';
    case 'float':
    case 'double':
    case 'string':
    case 'bytes':
      return type.kind;
    case 'enum':
      return enumType(type);
    case 'struct':
      return structMessage(type);
    default:
      throw new Error(`there is no field of the type ${typeText(type)}`);
  }
}

/** proto3's enums are open: a number that no member has stays a number. */
function enumType({ name, members }: EnumType): ProtobufEnum {
  return { kind: 'enum', name, closed: false, numbers: new Set(members.map(({ number }) => number)) };
}

/** Why no field of a message can be of `type`, if so. Language Guide (proto3), "Maps", "Field Labels". */
export function unsupported(type: Type): Problem | undefined {
  switch (type.kind) {
    case 'any':
    case 'datetime':
      return refusal(type);
    case 'optional':
      return isPlural(type.inner) ? refusal(type) : unsupported(type.inner);
    case 'list':
    case 'set':
      return isSingle(type.element) ? unsupported(type.element) : refusal(type);
    case 'map':
      return isSingle(type.value) && type.key?.kind !== 'enum' ? unsupported(type.value) : refusal(type);
    case 'struct':
      return firstOf(type.members.map(member => member.type));
    default:
      return undefined;
  }
}

function firstOf(types: readonly Type[]): Problem | undefined {
  for (const type of types) {
    const found = unsupported(type);
    if (found) return found;
  }
  return undefined;
}

function refusal(type: Type): Problem {
  return problem('grpc.no-such-type', { type: typeText(type) }).problem;
}

function isPlural({ kind }: Type): boolean {
  return kind === 'list' || kind === 'set' || kind === 'map';
}

function isSingle(type: Type): boolean {
  return !isPlural(type) && type.kind !== 'optional';
}

/** What stands before the name of a field in a .proto file: `repeated int32`. */
export function fieldTypeText(member: Member): string {
  const { type, cardinality } = fieldOf(member, 1);
  const label = cardinality === 'optional' || cardinality === 'repeated' ? `${cardinality} ` : '';
  return `${label}${typeNameOf(type)}`;
}

function typeNameOf(type: FieldType): string {
  if (typeof type === 'string') return type;
  if (type instanceof MessageType || type.kind === 'enum') return type.name;
  return `map<${type.key}, ${typeNameOf(type.value)}>`;
}
