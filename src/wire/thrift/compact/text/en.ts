// The fields of Thrift's compact protocol explained in English. The source is doc/specs/thrift-compact-protocol.md.
import type { FormatTexts } from '../../../bytes/explanation';

export const en = {
  message: {
    label: 'message',
    text: 'A header with the method’s name, and one struct: the arguments of a call, or the result of a reply.',
  },
  'protocol id': { label: 'protocol id', text: 'The byte 82, by which the compact protocol is recognised.' },
  'message type and version': {
    label: 'message type and version',
    text: 'Two numbers share one byte: the message type in the upper three bits, the version in the lower five.',
  },
  'message type': {
    label: 'message type',
    text: '1 is a call, 2 a reply, 3 an exception that the method does not declare, 4 a oneway call, which nothing answers.',
  },
  version: { label: 'version', text: 'Always 1.' },
  'seq id': {
    label: 'sequence id',
    text: 'A number of the client’s choice, here {value}, which the server repeats, so that the client can tell which call a reply answers.',
  },
  name: { label: 'name', text: 'The method that is called. The server repeats the name in its reply.' },
  'name length': { label: 'name length', text: 'The name takes {value} bytes.' },
  struct: {
    label: 'struct',
    text: 'Fields one after the other until a stop field. Neither the struct’s name nor its length is sent.',
  },
  field: {
    label: 'field',
    text: 'One field of a struct: a header with its type and id, and its value. A reader that does not know the id passes the value over.',
  },
  'field-header': {
    label: 'field header',
    text: 'Two numbers share one byte: how much the id is above the last field’s in the upper four bits, the type in the lower four.',
  },
  'bool field-header': {
    label: 'field header with a bool',
    text: 'A truth value needs no byte of its own: the type in the lower four bits is 1 for true, 2 for false. The upper four bits say how much the id is above the last field’s.',
  },
  'field id delta': {
    label: 'field id delta',
    text: 'Add this to the last field’s id, or to 0 at the struct’s beginning. 0 says that the id follows in full.',
  },
  'field-type': {
    label: 'field type',
    text: '1 true, 2 false, 3 i8, 4 i16, 5 i32, 6 i64, 7 double, 8 string or binary, 9 list, 10 set, 11 map, 12 struct.',
  },
  'field id': {
    label: 'field id',
    text: 'The id in full, here {value}, because it is not 1 to 15 above the last one. The id of a result is 0.',
  },
  'stop field': { label: 'stop', text: 'A zero byte where a field’s header would stand ends the struct.' },
  bool: { label: 'bool', text: 'A truth value that is an element takes a byte: 1 is true, 2 false.' },
  i8: { label: 'i8', text: 'A signed number in one byte, here {value}. A negative one is in two’s complement.' },
  i16: {
    label: 'i16',
    text: 'A signed number in one to three bytes, here {value}: seven bits in each, the lowest first, after zigzag made its lowest bit the sign.',
  },
  i32: {
    label: 'i32',
    text: 'A signed number in one to five bytes, here {value}: seven bits in each, the lowest first, and the top bit says that more follow. Zigzag made its lowest bit the sign, so that small negative numbers are short, too.',
  },
  i64: {
    label: 'i64',
    text: 'A signed number in one to ten bytes, here {value}: seven bits in each, the lowest first, after zigzag made its lowest bit the sign.',
  },
  double: {
    label: 'double',
    text: 'A floating-point number of IEEE 754 in eight bytes, here {value}. The lowest byte comes first, unlike in the binary protocol: an early mistake that stayed.',
  },
  string: { label: 'string', text: 'Text as UTF-8, with the number of its bytes in front.' },
  binary: {
    label: 'binary',
    text: 'Bytes of any kind, with their number in front. On the wire they have the same type as text.',
  },
  'byte length': { label: 'byte length', text: '{value} bytes follow: bytes are counted, not characters.' },
  list: {
    label: 'list',
    text: 'The number of the elements and the type of all of them, and the elements one after the other.',
  },
  set: { label: 'set', text: 'Written like a list. That no element stands here twice is left to the sender.' },
  'size and element-type': {
    label: 'size and element type',
    text: 'Two numbers share one byte: the size in the upper four bits, the type of the elements in the lower four.',
  },
  'short size': { label: 'size', text: 'Number of the elements. 15 says that the size follows.' },
  'element-type': {
    label: 'element type',
    text: 'Numbered as the types of fields are. Bool is 1 here; the specification says 2, so readers take both.',
  },
  size: { label: 'size', text: 'Number of the elements: {value}. Fewer than 15 would have stood in the byte before.' },
  map: {
    label: 'map',
    text: 'The number of pairs, the types of keys and values in one byte, and the pairs. An empty map is a single zero byte.',
  },
  'map size': { label: 'map size', text: 'Number of the pairs: {value}.' },
  'key and value type': {
    label: 'key and value type',
    text: 'Two types share one byte, numbered as the types of fields are.',
  },
  'key element-type': { label: 'key type', text: 'The type of every key.' },
  'value element-type': { label: 'value type', text: 'The type of every value.' },
  'key value pair': { label: 'pair', text: 'A key and the value that belongs to it.' },
  key: { label: 'key', text: 'The key of the pair. Any type may be a key.' },
} satisfies FormatTexts;
