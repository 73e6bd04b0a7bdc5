// Random message types and messages of them, for property tests.
import fc from 'fast-check';
import {
  type EnumType,
  type Field,
  type FieldDeclaration,
  type MapType,
  MessageType,
} from '../../src/wire/protobuf/message-type';
import type { Scalar } from '../../src/wire/protobuf/scalar';
import type { MapKey, Message, ProtobufValue } from '../../src/wire/protobuf/value';

const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const UINT32_MAX = 2 ** 32 - 1;

/** Values of each scalar type, their bounds often among them. Of NaN there is one. */
const scalars: Readonly<Record<Scalar, fc.Arbitrary<ProtobufValue>>> = {
  double: fc.double(),
  float: fc.float(),
  int32: fc.oneof(fc.integer(INT32), fc.constantFrom(INT32.min, INT32.max, -1, 0)),
  int64: signed64(),
  uint32: fc.oneof(fc.nat(UINT32_MAX), fc.constantFrom(0, UINT32_MAX)),
  uint64: unsigned64(),
  sint32: fc.oneof(fc.integer(INT32), fc.constantFrom(INT32.min, INT32.max, -1, 0)),
  sint64: signed64(),
  fixed32: fc.oneof(fc.nat(UINT32_MAX), fc.constantFrom(0, UINT32_MAX)),
  fixed64: unsigned64(),
  sfixed32: fc.oneof(fc.integer(INT32), fc.constantFrom(INT32.min, INT32.max, -1, 0)),
  sfixed64: signed64(),
  bool: fc.boolean(),
  string: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'binary', minLength: 40, maxLength: 200 }),
  ),
  bytes: fc.uint8Array({ maxLength: 200 }),
  enum: fc.constantFrom(0, 1, 2, -1),
};

const COLOR: Omit<EnumType, 'closed'> = { kind: 'enum', name: 'Color', numbers: new Set([0, 1, 2, -1]) };

type Single = Exclude<Scalar, 'enum'>;
const single = fc.constantFrom(...(Object.keys(scalars).filter(name => name !== 'enum') as Single[]));
const mapKey = fc.constantFrom<MapType['key'][]>('int32', 'uint64', 'sint32', 'fixed64', 'bool', 'string');

/** Message types whose messages nest at most `depth` times. `syntax` decides about groups and required fields too. */
export function messageTypes(syntax: 'proto2' | 'proto3', depth = 2): fc.Arbitrary<MessageType> {
  const declarations = fc.uniqueArray(declaration(syntax, depth), { maxLength: 6, selector: field => field.number });
  return declarations.map(fields => {
    const named = fields.map((field, i) => ({ ...field, name: `f${i}` }));
    return new MessageType('Test', syntax, () => named);
  });
}

function declaration(syntax: 'proto2' | 'proto3', depth: number): fc.Arbitrary<FieldDeclaration> {
  const color = fc.constant<EnumType>({ ...COLOR, closed: syntax === 'proto2' });
  const element = depth > 0 ? fc.oneof(single, color, messageTypes(syntax, depth - 1)) : fc.oneof(single, color);
  const map = fc.record({ kind: fc.constant('map' as const), key: mapKey, value: element });
  const cardinality =
    syntax === 'proto2'
      ? fc.constantFrom('optional' as const, 'required' as const, 'repeated' as const)
      : fc.constantFrom('implicit' as const, 'optional' as const, 'repeated' as const);
  return fc
    .record({
      number: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 16, max: 3000 }), fc.constant(2 ** 29 - 1)),
      type: fc.oneof({ weight: 4, arbitrary: element }, { weight: 1, arbitrary: map }),
      cardinality,
      packed: fc.boolean(),
      group: fc.boolean(),
      oneof: fc.constantFrom('', '', 'choice'),
    })
    .filter(({ number }) => number < 19000 || number > 19999)
    .map(field => completed(field, syntax));
}

type Drawn = Omit<FieldDeclaration, 'name' | 'packed' | 'group'> & { packed: boolean; group: boolean };

/** Leaves out what does not go together. */
function completed({ type, cardinality, packed, group, oneof, ...rest }: Drawn, syntax: string): FieldDeclaration {
  const field = { ...rest, name: '', type };
  if (typeof type === 'object' && 'kind' in type && type.kind === 'map') return field;
  const isNumber = type !== 'string' && type !== 'bytes' && !(type instanceof MessageType);
  const isGroup = group && syntax === 'proto2' && type instanceof MessageType;
  if (cardinality === 'repeated') return { ...field, cardinality, group: isGroup, ...(isNumber && { packed }) };
  return oneof
    ? { ...field, oneof, cardinality: 'optional', group: isGroup }
    : { ...field, cardinality, group: isGroup };
}

/** Messages of `type`. Lists and maps may be missing but are never empty, and a oneof has one member at most: so they come back as they are. */
export function messages(type: MessageType, mostEntries = 3): fc.Arbitrary<Message> {
  const { fields } = type;
  const shape = Object.fromEntries(fields.map(field => [field.name, fieldValues(field, mostEntries)]));
  const requiredKeys = fields.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(shape, { requiredKeys }).map(record => {
    const message = new Map<string, ProtobufValue>();
    for (const { name, rivals } of type.fields)
      if (Object.hasOwn(record, name) && !rivals.some(rival => message.has(rival))) message.set(name, record[name]);
    return message;
  });
}

function fieldValues(field: Field, mostEntries: number): fc.Arbitrary<ProtobufValue> {
  if (field.form === 'map') {
    const [key, value] = field.message!.fields;
    const entry = fc.tuple(scalars[key.scalar!] as fc.Arbitrary<MapKey>, elements(value, mostEntries));
    return fc
      .uniqueArray(entry, { minLength: 1, maxLength: mostEntries, selector: ([key]) => key })
      .map(list => new Map(list));
  }
  const element = elements(field, mostEntries);
  return field.repeated ? fc.array(element, { minLength: 1, maxLength: 4 }) : element;
}

function elements({ scalar, message }: Field, mostEntries: number): fc.Arbitrary<ProtobufValue> {
  return scalar ? scalars[scalar] : messages(message!, mostEntries);
}

function signed64(): fc.Arbitrary<bigint> {
  return fc.oneof(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, -1n, 0n));
}

function unsigned64(): fc.Arbitrary<bigint> {
  return fc.oneof(fc.bigInt(0n, 2n ** 64n - 1n), fc.constantFrom(0n, 2n ** 63n, 2n ** 64n - 1n));
}
