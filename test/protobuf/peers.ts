// The same message types and messages for the libraries that the encoding is compared with. Names of fields must be letters and digits; a type
// has one oneof at most, and its enums have the numbers of `Color`.
import { create, createFileRegistry, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  FieldDescriptorProto_Type as FieldType,
  FileDescriptorProtoSchema,
  FieldDescriptorProto_Label as Label,
} from '@bufbuild/protobuf/wkt';
import protobufjs from 'protobufjs';
import type { Field, MessageType } from '../../src/wire/protobuf/message-type';
import type { MapKey, Message, ProtobufValue } from '../../src/wire/protobuf/value';

const COLORS = { COLOR_0: 0, COLOR_1: 1, COLOR_2: 2, COLOR_NEG: -1 };

/** `type` as @bufbuild/protobuf describes it. */
export function bufbuildType(type: MessageType): DescMessage {
  const names = namesWithin(type);
  const file = create(FileDescriptorProtoSchema, {
    name: 'test.proto',
    syntax: type.syntax,
    messageType: [...names.keys()].map(each => descriptorOf(each, names)),
    enumType: [{ name: 'Color', value: Object.entries(COLORS).map(([name, number]) => ({ name, number })) }],
  });
  return createFileRegistry(file, () => undefined).getMessage(names.get(type)!)!;
}

/** `message` as @bufbuild/protobuf holds it. */
export function bufbuildMessage(desc: DescMessage, type: MessageType, message: Message) {
  const init = plainMessage(type, message, { long: value => value, isInOneof: isInOneof });
  return create(desc, init as MessageInitShape<DescMessage>);
}

/** `type` as protobufjs describes it; with `everyDefault` as one whose fields all have explicit presence. */
export function protobufjsType(type: MessageType, everyDefault: boolean): protobufjs.Type {
  const names = namesWithin(type);
  const nested = [...names].map(([each, name]) => [name, { fields: protobufjsFields(each, names, everyDefault) }]);
  const root = protobufjs.Root.fromJSON({ nested: { ...Object.fromEntries(nested), Color: { values: COLORS } } });
  return root.lookupType(names.get(type)!);
}

/** `message` as protobufjs takes it. */
export function protobufjsMessage(type: MessageType, message: Message): Record<string, unknown> {
  return plainMessage(type, message, { long: longOf, isInOneof: () => false });
}

/** protobufjs takes a 64-bit integer as its halves. */
function longOf(value: bigint) {
  const low = Number(BigInt.asIntN(32, value));
  return { low, high: Number(BigInt.asIntN(32, value >> 32n)), unsigned: value >= 2n ** 63n };
}

interface Manner {
  readonly long: (value: bigint) => unknown;
  /** Whether a field stands in an object that says which member of the oneof is set. */
  readonly isInOneof: (field: Field) => boolean;
}

function isInOneof({ rivals }: Field): boolean {
  return rivals.length > 0;
}

function plainMessage(type: MessageType, message: Message, manner: Manner): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const field of type.fields) {
    const value = message.get(field.name);
    if (value === undefined) continue;
    const converted = plainField(field, value, manner);
    if (manner.isInOneof(field)) plain.choice = { case: field.name, value: converted };
    else plain[field.name] = converted;
  }
  return plain;
}

function plainField(field: Field, value: ProtobufValue, manner: Manner): unknown {
  if (field.form === 'map') {
    const [, inner] = field.message!.fields;
    const entries = [...(value as ReadonlyMap<MapKey, ProtobufValue>)];
    return Object.fromEntries(entries.map(([key, element]) => [String(key), plainElement(inner, element, manner)]));
  }
  if (field.repeated) return (value as readonly ProtobufValue[]).map(element => plainElement(field, element, manner));
  return plainElement(field, value, manner);
}

function plainElement({ message }: Field, value: ProtobufValue, manner: Manner): unknown {
  if (message) return plainMessage(message, value as Message, manner);
  return typeof value === 'bigint' ? manner.long(value) : value;
}

/** Names for `type` and the types of the messages inside it; entries of maps are not among them. */
type Names = ReadonlyMap<MessageType, string>;

function namesWithin(type: MessageType): Names {
  const names = new Map<MessageType, string>();
  const visit = (each: MessageType) => {
    if (names.has(each)) return;
    names.set(each, `M${names.size}`);
    for (const { form, message } of each.fields) {
      const inner = form === 'map' ? message!.fields[1].message : message;
      if (inner) visit(inner);
    }
  };
  visit(type);
  return names;
}

function descriptorOf(type: MessageType, names: Names): DescriptorProto {
  const typeName = names.get(type)!;
  const entries = type.fields.filter(({ form }) => form === 'map');
  const oneofs = type.fields.some(isInOneof) ? [{ name: 'choice' }] : [];
  const synthetic = type.fields
    .filter(field => type.syntax === 'proto3' && isOptional(field))
    .map(({ name }) => `_${name}`);
  return create(DescriptorProtoSchema, {
    name: typeName,
    field: type.fields.map(field => ({
      ...fieldDescriptor(field, names, `.${typeName}.${entryName(field)}`),
      ...(isInOneof(field) && { oneofIndex: 0 }),
      ...(synthetic.includes(`_${field.name}`) && {
        proto3Optional: true,
        oneofIndex: oneofs.length + synthetic.indexOf(`_${field.name}`),
      }),
    })),
    oneofDecl: [...oneofs, ...synthetic.map(name => ({ name }))],
    nestedType: entries.map(field => ({
      name: entryName(field),
      field: field.message!.fields.map(inner => fieldDescriptor(inner, names, '')),
      options: { mapEntry: true },
    })),
  });
}

function isOptional(field: Field): boolean {
  return field.form === 'scalar' && !field.implicit && !field.repeated && !isInOneof(field);
}

/** The name that protoc gives to the type of a map's entries. */
function entryName({ name }: Field): string {
  return `F${name.slice(1)}Entry`;
}

function fieldDescriptor(field: Field, names: Names, entry: string) {
  const { name, number, scalar, form, message, repeated, required } = field;
  const isMap = form === 'map';
  const named = isMap ? entry : message ? `.${names.get(message)}` : scalar === 'enum' ? '.Color' : '';
  const type = message
    ? form === 'group'
      ? FieldType.GROUP
      : FieldType.MESSAGE
    : FieldType[scalar!.toUpperCase() as keyof typeof FieldType];
  return {
    name,
    number,
    type,
    typeName: named,
    label: repeated || isMap ? Label.REPEATED : required ? Label.REQUIRED : Label.OPTIONAL,
    ...(repeated && scalar && { options: { packed: form === 'packed' } }),
  };
}

function protobufjsFields(type: MessageType, names: Names, everyDefault: boolean): Record<string, protobufjs.IField> {
  return Object.fromEntries(
    type.fields.map(field => {
      const { name, number: id, form, repeated, required, implicit } = field;
      if (form === 'map') {
        const [key, value] = field.message!.fields;
        return [name, { id, type: typeName(value, names), keyType: key.scalar! }];
      }
      const rule = repeated ? 'repeated' : required ? 'required' : undefined;
      const features = {
        field_presence: implicit && !everyDefault ? 'IMPLICIT' : 'EXPLICIT',
        ...(repeated && { repeated_field_encoding: form === 'packed' ? 'PACKED' : 'EXPANDED' }),
        ...(form === 'group' && { message_encoding: 'DELIMITED' }),
      };
      return [name, { id, type: typeName(field, names), rule, options: { features } }];
    }),
  );
}

function typeName({ scalar, message }: Field, names: Names): string {
  return message ? names.get(message)! : scalar === 'enum' ? 'Color' : scalar!;
}
