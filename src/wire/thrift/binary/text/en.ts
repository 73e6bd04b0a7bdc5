// The fields of Thrift's binary protocol explained in English. The source is doc/specs/thrift-binary-protocol.md.
import type { FormatTexts } from '../../../bytes/explanation';

export const en = {
  message: {
    label: 'message',
    text: 'A header with the method’s name, and one struct: the arguments of a call, or the result of a reply.',
  },
  version: {
    label: 'version',
    text: 'The bytes 80 01: a leading bit of 1, which the old encoding never has, and version 1.',
  },
  strict: {
    label: 'strict',
    text: '1 says that a version stands here. The old encoding begins with a name’s length, whose leading bit is always 0.',
  },
  'version number': { label: 'version number', text: 'Always 1.' },
  unused: { label: 'unused', text: 'No meaning; readers ignore it.' },
  'message type': {
    label: 'message type',
    text: 'Here {value}. 1 is a call, 2 a reply, 3 an exception that the method does not declare, 4 a oneway call, which nothing answers.',
  },
  name: {
    label: 'name',
    text: 'The method that is called. The server repeats the name in its reply.',
  },
  'name length': { label: 'name length', text: 'The name takes {value} bytes.' },
  'seq id': {
    label: 'sequence id',
    text: 'A number of the client’s choice, which the server repeats, so that the client can tell which call a reply answers.',
  },
  struct: {
    label: 'struct',
    text: 'Fields one after the other, each with its type and id, until a stop field. Neither the struct’s name nor its length is sent.',
  },
  field: {
    label: 'field',
    text: 'One field of a struct: type, id and value. A reader that does not know the id passes the value over, because the type tells how long it is.',
  },
  'field-type': {
    label: 'field type',
    text: 'Here {value}. 2 bool, 3 i8, 4 double, 6 i16, 8 i32, 10 i64, 11 string or binary, 12 struct, 13 map, 14 set, 15 list.',
  },
  'field-id': {
    label: 'field id',
    text: 'The number that the interface gives this field. It stands for the name, so a field can be renamed but must keep its number.',
  },
  'stop field': { label: 'stop', text: 'A zero byte where a field’s type would stand ends the struct.' },
  bool: { label: 'bool', text: 'A whole byte for one truth value: 1 is true, 0 false.' },
  i8: { label: 'i8', text: 'A signed number in one byte, here {value}. A negative one is in two’s complement.' },
  i16: { label: 'i16', text: 'A signed number in two bytes, the higher byte first, here {value}.' },
  i32: {
    label: 'i32',
    text: 'A signed number in four bytes, the highest byte first, here {value}. A small number takes as many bytes as a large one.',
  },
  i64: { label: 'i64', text: 'A signed number in eight bytes, the highest byte first, here {value}.' },
  double: {
    label: 'double',
    text: 'A floating-point number of IEEE 754 in eight bytes, the byte with the sign first, here {value}.',
  },
  string: { label: 'string', text: 'Text as UTF-8, with the number of its bytes in front.' },
  binary: {
    label: 'binary',
    text: 'Bytes of any kind, with their number in front. On the wire they have the same type as text.',
  },
  'byte length': { label: 'byte length', text: '{value} bytes follow: bytes are counted, not characters.' },
  list: { label: 'list', text: 'The type of all elements, their number, and the elements one after the other.' },
  set: { label: 'set', text: 'Written like a list. That no element stands here twice is left to the sender.' },
  'element-type': {
    label: 'element type',
    text: 'The type of every element, here {value}, numbered as the types of fields are. It is sent once, not with each element.',
  },
  size: { label: 'size', text: 'Number of the elements: {value}.' },
  map: {
    label: 'map',
    text: 'The types of the keys and of the values, the number of pairs, and the pairs. Their order means nothing.',
  },
  'key-element-type': {
    label: 'key type',
    text: 'The type of every key, here {value}, numbered as the types of fields are.',
  },
  'value-element-type': {
    label: 'value type',
    text: 'The type of every value, here {value}, numbered as the types of fields are.',
  },
  'map size': { label: 'map size', text: 'Number of the pairs: {value}.' },
  'key value pair': { label: 'pair', text: 'A key and the value that belongs to it.' },
  key: { label: 'key', text: 'The key of the pair. Any type may be a key.' },
} satisfies FormatTexts;
