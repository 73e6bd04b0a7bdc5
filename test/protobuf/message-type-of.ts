// Message types of ours from the descriptors of @bufbuild/protobuf, the peer that the encoding is compared with.
import { type DescEnum, type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';
import { type EnumType, type FieldDeclaration, type MapType, MessageType } from '../../src/wire/protobuf/message-type';
import type { Scalar } from '../../src/wire/protobuf/scalar';

const made = new Map<DescMessage, MessageType>();

/** The message type that `desc` describes. */
export function messageTypeOf(desc: DescMessage): MessageType {
  let type = made.get(desc);
  if (!type) {
    const syntax = desc.fields.every(field => field.utf8Validation) ? 'proto3' : 'proto2';
    type = new MessageType(desc.typeName, syntax, () => desc.fields.map(declarationOf));
    made.set(desc, type);
  }
  return type;
}

function declarationOf(field: DescField): FieldDeclaration {
  const { name, number } = field;
  if (field.fieldKind === 'map') return { name, number, type: mapTypeOf(field) };
  const group = 'delimitedEncoding' in field && field.delimitedEncoding;
  const base = { name, number, type: elementTypeOf(field), group };
  if (field.fieldKind === 'list') return { ...base, cardinality: 'repeated', packed: field.packed };
  return { ...base, cardinality: CARDINALITIES[field.presence], oneof: field.oneof?.name };
}

const CARDINALITIES = {
  [FeatureSet_FieldPresence.IMPLICIT]: 'implicit',
  [FeatureSet_FieldPresence.EXPLICIT]: 'optional',
  [FeatureSet_FieldPresence.LEGACY_REQUIRED]: 'required',
} as const;

function mapTypeOf(field: DescField & { fieldKind: 'map' }): MapType {
  return { kind: 'map', key: scalarOf(field.mapKey) as MapType['key'], value: elementTypeOf(field) };
}

function elementTypeOf(field: DescField): MapType['value'] {
  if (field.message) return messageTypeOf(field.message);
  return field.enum ? enumTypeOf(field.enum) : scalarOf(field.scalar);
}

function enumTypeOf({ name, open, values }: DescEnum): EnumType {
  return { kind: 'enum', name, closed: !open, numbers: new Set(values.map(value => value.number)) };
}

/** Our names are the specification's, as theirs are, in lower case. */
function scalarOf(scalar: ScalarType): Exclude<Scalar, 'enum'> {
  return ScalarType[scalar].toLowerCase() as Exclude<Scalar, 'enum'>;
}
