// Fields of messages as members of structs. protobuf.dev, Language Guide (proto3).
import protobuf from 'protobufjs';
import type { DraftMember } from '../draft';
import type { Notes } from '../notes';

/** The type of the interface language and the attributes that say how protobuf encodes it. */
const SCALARS: Readonly<Record<string, readonly [type: string, ...attributes: string[]]>> = {
  bool: ['boolean'],
  int32: ['int'],
  sint32: ['int', 'zigzag'],
  sfixed32: ['int', 'fixed'],
  uint32: ['uint'],
  fixed32: ['uint', 'fixed'],
  int64: ['long'],
  sint64: ['long', 'zigzag'],
  sfixed64: ['long', 'fixed'],
  uint64: ['ulong'],
  fixed64: ['ulong', 'fixed'],
  float: ['float'],
  double: ['double'],
  string: ['string'],
  bytes: ['bytes'],
};

/** What the conversion of a field needs to know of its file. */
export interface FieldContext {
  readonly notes: Notes;
  /** What a message or an enum is called in the interface. */
  nameOf(declared: protobuf.Type | protobuf.Enum): string;
  lineOf(declared: protobuf.ReflectionObject): number;
}

/** The member that stands for a field. A type that is not there keeps its name. */
export function memberOf(field: protobuf.Field, context: FieldContext): DraftMember {
  const line = context.lineOf(field);
  const { type, attributes } = typeOf(field, context);
  const oneof = field.partOf && !isProto3Optional(field) ? field.partOf.name : undefined;
  return {
    name: field.name,
    type,
    attributes: field.repeated && !field.packed && isPackable(field) ? [...attributes, 'unpacked'] : attributes,
    optional: oneof !== undefined || isOptional(field),
    number: field.id,
    ...(oneof !== undefined && { oneof }),
    line,
  };
}

/** The message or the enum that a field is of, if it is there. */
export function declaredType(name: string, within: protobuf.ReflectionObject | null): DeclaredType | undefined {
  const found = (within as protobuf.NamespaceBase | null)?.lookup(name, [protobuf.Type, protobuf.Enum]);
  return (found as DeclaredType | null) ?? undefined;
}

export type DeclaredType = protobuf.Type | protobuf.Enum;

/** Groups are an encoding of their own, which nobody uses any more. */
export function isGroup(type: unknown): boolean {
  return type instanceof protobuf.Type && (type as { group?: boolean }).group === true;
}

function typeOf(field: protobuf.Field, context: FieldContext): { type: string; attributes: readonly string[] } {
  const [single, ...attributes] = SCALARS[field.type] ?? [namedType(field, context)];
  if (!(field instanceof protobuf.MapField)) return { type: field.repeated ? `list<${single}>` : single, attributes };
  const [key, ...keyAttributes] = SCALARS[field.keyType];
  if (attributes.length + keyAttributes.length > 0)
    context.notes.add('import.map-encoding', field.name, context.lineOf(field));
  return { type: key === 'string' ? `map<${single}>` : `map<${key}, ${single}>`, attributes: [] };
}

function namedType(field: protobuf.Field, context: FieldContext): string {
  const declared = declaredType(field.type, field.parent);
  return declared ? context.nameOf(declared) : field.type.replace(/^\./, '');
}

/** Whether the file lets the field be absent: by its word `optional`, or by the edition. */
function isOptional(field: protobuf.Field): boolean {
  if (field.repeated || field.map || field.required) return false;
  return isProto3Optional(field) || Boolean(field.hasPresence);
}

function isProto3Optional(field: protobuf.Field): boolean {
  return field.getOption('proto3_optional') === true;
}

/** What protobuf packs by itself. protobuf.dev, Encoding, Packed Repeated Fields. */
function isPackable(field: protobuf.Field): boolean {
  if (field.type in SCALARS) return field.type !== 'string' && field.type !== 'bytes';
  return declaredType(field.type, field.parent) instanceof protobuf.Enum;
}
