// The kinds of field of a message. Protocol Buffers, Encoding; the quoted words are its sections.
import { type BitField, defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';
import * as reading from './readings';
import type { Scalar } from './scalar';

type Parts = Partial<FieldKind>;

function protobuf(name: string, role: FieldKind['role'], section: string, parts: Parts = {}): FieldKindId {
  const spec = `Protocol Buffers, Encoding, "${section}"`;
  return defineFieldKind({ format: 'protobuf', name, role, spec, reads: 'hex', ...parts });
}

/** A length in front of the content. */
const COUNTED: Parts = { head: 'length', headReads: reading.unsignedVarint };

/** One record: a tag and what it announces. */
export const FIELD = protobuf('field', 'group', 'Message Structure');
/** A record whose number the message type does not know. */
export const UNKNOWN_FIELD = protobuf('unknown field', 'group', 'Message Structure');
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
export const MAP_KEY = protobuf('key', 'name', 'Maps');
export const MAP_VALUE = protobuf('value', 'group', 'Maps');

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

export const SCALAR_KINDS: Readonly<Record<Scalar, FieldKindId>> = {
  double: scalar('double', 'Non-varint Numbers', { reads: reading.double }),
  float: scalar('float', 'Non-varint Numbers', { reads: reading.float }),
  int32: scalar('int32', 'Signed Integers', { reads: reading.signedVarint }),
  int64: scalar('int64', 'Signed Integers', { reads: reading.signedVarint }),
  uint32: scalar('uint32', 'Base 128 Varints', { reads: reading.unsignedVarint }),
  uint64: scalar('uint64', 'Base 128 Varints', { reads: reading.unsignedVarint }),
  sint32: scalar('sint32', 'Signed Integers', { reads: reading.zigzag }),
  sint64: scalar('sint64', 'Signed Integers', { reads: reading.zigzag }),
  fixed32: scalar('fixed32', 'Non-varint Numbers', { reads: reading.unsignedFixed }),
  fixed64: scalar('fixed64', 'Non-varint Numbers', { reads: reading.unsignedFixed }),
  sfixed32: scalar('sfixed32', 'Non-varint Numbers', { reads: reading.signedFixed }),
  sfixed64: scalar('sfixed64', 'Non-varint Numbers', { reads: reading.signedFixed }),
  bool: scalar('bool', 'Bools and Enums', { reads: reading.bool }),
  string: scalar('string', 'Length-Delimited Records', { ...COUNTED, reads: 'text' }),
  bytes: scalar('bytes', 'Length-Delimited Records', COUNTED),
  enum: scalar('enum', 'Bools and Enums', { reads: reading.signedVarint }),
};

function scalar(name: Scalar, section: string, parts: Parts): FieldKindId {
  return protobuf(name, 'value', section, parts);
}

/** A tag's bits: in its first octet four of the field number's and the wire type, in the next one seven more of the number's. */
const FIRST_OCTET: readonly BitField[] = [
  { name: 'continuation bit', firstBit: 0, bits: 1 },
  { name: 'field number', firstBit: 1, bits: 4 },
  { name: 'wire type', firstBit: 5, bits: 3 },
];
const SECOND_OCTET: readonly BitField[] = [
  { name: 'continuation bit', firstBit: 8, bits: 1 },
  { name: 'field number, higher bits', firstBit: 9, bits: 7 },
];

const TAG_OF_ONE_OCTET = tag(FIRST_OCTET);
const TAG_OF_TWO_OCTETS = tag([...FIRST_OCTET, ...SECOND_OCTET]);
/** Field numbers from 2048 on: rare, and too long for a table of bits. */
const LONGER_TAG = tag();

function tag(bits?: readonly BitField[]): FieldKindId {
  return protobuf('tag', 'tag', 'Message Structure', { reads: reading.tag, bits });
}

/** The kind of a tag that takes `length` octets. */
export function tagKind(length: number): FieldKindId {
  return length === 1 ? TAG_OF_ONE_OCTET : length === 2 ? TAG_OF_TWO_OCTETS : LONGER_TAG;
}
