// The kinds of field of a message. Protocol Buffers, Encoding; the quoted words are its sections.
import { type BitField, defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';
import * as reading from './readings';
import type { Scalar } from './scalar';

type Parts = Partial<FieldKind>;

function protobuf(name: string, role: FieldKind['role'], section: string, parts: Parts = {}): FieldKindId {
  const spec = `Protocol Buffers, Encoding, "${section}"`;
  return defineFieldKind({ format: 'protobuf', name, role, spec, reads: 'hex', ...parts });
}

/** A tag in front of the content: in its first octet four bits of the field number and the wire type, in the others seven more each. */
const TAGGED: Parts = {
  head: 'tag',
  headReads: reading.tag,
  headBits: [
    { name: 'continuation bit', firstBit: 0, bits: 1 },
    { name: 'field number', firstBit: 1, bits: 4 },
    { name: 'wire type', firstBit: 5, bits: 3 },
    ...[8, 16, 24, 32].flatMap((firstBit): BitField[] => [
      { name: 'continuation bit', firstBit, bits: 1 },
      { name: 'field number, higher bits', firstBit: firstBit + 1, bits: 7 },
    ]),
  ],
};
/** A length in front of the content. */
const COUNTED: Parts = { head: 'length', headReads: reading.unsignedVarint };

/** A record whose value has a length or is a group; one with a number is of the number's kind: see {@link RECORD_KINDS}. */
export const FIELD = protobuf('field', 'group', 'Message Structure', TAGGED);
/** A record whose number the message type does not know. */
export const UNKNOWN_FIELD = protobuf('unknown field', 'group', 'Message Structure', TAGGED);
/** The records of a repeated field that stand together. */
export const LIST = protobuf('repeated field', 'group', 'Optional and Repeated Elements');
/** The entries of a map field that stand together. */
export const MAP = protobuf('map field', 'group', 'Maps');

/** The outermost message, whose length the wire does not tell. */
export const ROOT = protobuf('message', 'group', 'Message Structure');
/** A message inside another. */
export const MESSAGE = protobuf('submessage', 'group', 'Submessages', COUNTED);
export const GROUP = protobuf('group', 'group', 'Groups', { tail: 'end tag', reads: reading.tag });
export const PACKED = protobuf('packed', 'group', 'Packed Repeated Fields', COUNTED);
export const ENTRY = protobuf('map entry', 'group', 'Maps', COUNTED);
export const MAP_KEY = protobuf('key', 'name', 'Maps', TAGGED);
export const MAP_VALUE = protobuf('value', 'group', 'Maps', TAGGED);

/** What the octets of an unknown field's record can be told to be by the wire type. The last three are guesses. */
export const UNKNOWN_VARINT = protobuf('VARINT', 'value', 'Message Structure', { reads: reading.unsignedVarint });
export const UNKNOWN_I64 = protobuf('I64', 'value', 'Message Structure');
export const UNKNOWN_I32 = protobuf('I32', 'value', 'Message Structure');
export const LIKELY_MESSAGE = protobuf('LEN, likely a message', 'group', 'Submessages', COUNTED);
export const LIKELY_TEXT = protobuf('LEN, likely text', 'value', 'Length-Delimited Records', {
  ...COUNTED,
  reads: 'text',
});
export const LIKELY_BYTES = protobuf('LEN, likely bytes', 'value', 'Length-Delimited Records', COUNTED);

/** Values of the scalar types, without a tag: elements of packed lists, keys and values of maps, and all that has a length. */
export const SCALAR_KINDS = scalars({});
/** Whole records with a number, a bool or an enum: their tag is the head. One row instead of two counts where there are many. */
export const RECORD_KINDS = scalars(TAGGED);

function scalars(parts: Parts): Readonly<Record<Scalar, FieldKindId>> {
  const scalar = (name: Scalar, section: string, reads: FieldKind['reads']) =>
    protobuf(name, 'value', section, { reads, ...parts });
  return {
    double: scalar('double', 'Non-varint Numbers', reading.double),
    float: scalar('float', 'Non-varint Numbers', reading.float),
    int32: scalar('int32', 'Signed Integers', reading.signedVarint),
    int64: scalar('int64', 'Signed Integers', reading.signedVarint),
    uint32: scalar('uint32', 'Base 128 Varints', reading.unsignedVarint),
    uint64: scalar('uint64', 'Base 128 Varints', reading.unsignedVarint),
    sint32: scalar('sint32', 'Signed Integers', reading.zigzag),
    sint64: scalar('sint64', 'Signed Integers', reading.zigzag),
    fixed32: scalar('fixed32', 'Non-varint Numbers', reading.unsignedFixed),
    fixed64: scalar('fixed64', 'Non-varint Numbers', reading.unsignedFixed),
    sfixed32: scalar('sfixed32', 'Non-varint Numbers', reading.signedFixed),
    sfixed64: scalar('sfixed64', 'Non-varint Numbers', reading.signedFixed),
    bool: scalar('bool', 'Bools and Enums', reading.bool),
    enum: scalar('enum', 'Bools and Enums', reading.signedVarint),
    string: protobuf('string', 'value', 'Length-Delimited Records', { ...COUNTED, reads: 'text' }),
    bytes: protobuf('bytes', 'value', 'Length-Delimited Records', COUNTED),
  };
}
