// Protocol Buffers' fields explained in English. Sections are those of the encoding guide.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  message: {
    label: 'message',
    text: 'A sequence of records, one for each field that is set. Neither the message’s type nor its length is sent: both sides know the type, and the protocol around it tells the length.',
  },
  field: {
    label: 'field',
    text: 'One record: a tag with the field’s number, and the value. The name is not sent; the receiver finds it in its copy of the message type.',
  },
  'unknown field': {
    label: 'unknown field',
    text: 'A record whose number the message type does not know. The wire type tells its size, so a reader can pass over it, and keeps it.',
  },
  tag: {
    label: 'tag',
    text: 'Field number and wire type in one integer, number × 8 + wire type, written as a varint: here {value}. Numbers up to 15 take one byte.',
  },
  'continuation bit': { label: 'continuation bit', text: '1 when another byte of the varint follows.' },
  'field number': {
    label: 'field number',
    text: 'Says which field of the message type this is. In a tag of several bytes these are the lowest bits of the number.',
  },
  'field number, higher bits': {
    label: 'field number, higher bits',
    text: 'The next seven bits of the number: a varint begins with its lowest bits.',
  },
  'wire type': {
    label: 'wire type',
    text: 'How the value’s size is found: 0 VARINT, 1 eight bytes, 2 a length first, 3 and 4 begin and end a group, 5 four bytes.',
  },
  length: {
    label: 'length',
    text: 'Number of bytes that follow, as a varint: {value}. A reader knows where the value ends before it looks into it.',
  },
  'repeated field': {
    label: 'repeated field',
    text: 'The elements of a list, each a record of its own with the same tag. The number of elements is written nowhere.',
  },
  'map field': {
    label: 'map field',
    text: 'The entries of a map. On the wire it is a list of small messages with a key and a value; their order means nothing.',
  },
  submessage: {
    label: 'submessage',
    text: 'A message inside a message, behind its length in bytes. A writer has to know that length first.',
  },
  group: {
    label: 'group',
    text: 'A message between a start tag and an end tag instead of behind a length. Only proto2 has groups, and advises against them.',
  },
  'end tag': { label: 'end tag', text: 'Ends the group of the same field number: {value}.' },
  packed: {
    label: 'packed list',
    text: 'All elements one behind the other under one tag, in {length} bytes with the length. In proto3 lists of numbers are sent so by default.',
  },
  'map entry': { label: 'map entry', text: 'A small message: field 1 is the key, field 2 the value.' },
  key: { label: 'key', text: 'The key of a map entry: always field 1.' },
  value: { label: 'value', text: 'The value of a map entry: always field 2.' },
  VARINT: {
    label: 'varint',
    text: 'An integer of a type that is not known: read without a sign it is {value}. It may also be a bool, an enum, or signed.',
  },
  I64: {
    label: 'eight bytes',
    text: 'A fixed64, sfixed64 or double: the wire type tells only that there are eight bytes.',
  },
  I32: {
    label: 'four bytes',
    text: 'A fixed32, sfixed32 or float: the wire type tells only that there are four bytes.',
  },
  'LEN, likely a message': {
    label: 'likely a message',
    text: 'A guess: these bytes are whole records, so they are shown as a message. They might also be bytes or a packed list.',
  },
  'LEN, likely text': {
    label: 'likely text',
    text: 'A guess: these bytes are printable UTF-8, so they are shown as text. The wire does not tell a string from a message.',
  },
  'LEN, likely bytes': {
    label: 'likely bytes',
    text: 'A guess: these bytes are neither printable text nor whole records. They might be a packed list.',
  },
  double: { label: 'double', text: 'An IEEE 754 number of 64 bits, here {value}, with its lowest byte first.' },
  float: { label: 'float', text: 'An IEEE 754 number of 32 bits, here {value}, with its lowest byte first.' },
  int32: {
    label: 'int32',
    text: 'The integer {value} as a varint: seven bits to a byte, the lowest first. A negative one is extended to 64 bits and takes ten bytes.',
  },
  int64: {
    label: 'int64',
    text: 'The integer {value} as a varint: seven bits to a byte, the lowest first. A negative one takes ten bytes.',
  },
  uint32: { label: 'uint32', text: 'The integer {value} as a varint: seven bits to a byte, the lowest first.' },
  uint64: { label: 'uint64', text: 'The integer {value} as a varint: seven bits to a byte, the lowest first.' },
  sint32: {
    label: 'sint32',
    text: 'The integer {value} in zigzag: 0, -1, 1, -2 are sent as 0, 1, 2, 3, so that small negative numbers stay short too.',
  },
  sint64: {
    label: 'sint64',
    text: 'The integer {value} in zigzag: 0, -1, 1, -2 are sent as 0, 1, 2, 3, so that small negative numbers stay short too.',
  },
  fixed32: { label: 'fixed32', text: 'The integer {value} in four bytes, the lowest first.' },
  fixed64: { label: 'fixed64', text: 'The integer {value} in eight bytes, the lowest first.' },
  sfixed32: {
    label: 'sfixed32',
    text: 'The signed integer {value} in four bytes, the lowest first, in two’s complement.',
  },
  sfixed64: {
    label: 'sfixed64',
    text: 'The signed integer {value} in eight bytes, the lowest first, in two’s complement.',
  },
  bool: { label: 'bool', text: 'A varint of 0 or 1: here {value}.' },
  string: { label: 'string', text: 'Text as UTF-8 behind its length in bytes, without quotation marks or escapes.' },
  bytes: { label: 'bytes', text: 'Any bytes behind their length. They are sent as they are.' },
  enum: {
    label: 'enum',
    text: 'The number of an enum’s value, {value}, written like an int32. Its name is known only from the type.',
  },
} satisfies FormatTexts;
