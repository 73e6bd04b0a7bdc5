// The fields of Thrift's JSON protocol explained in English. The source is the libraries' TJSONProtocol.
import type { FormatTexts } from '../../../bytes/explanation';

export const en = {
  message: {
    label: 'message',
    text: 'An array of five: version, method, message type, sequence id, and one struct with the arguments or the result.',
  },
  'begin-array': { label: 'begin array [', text: 'A left bracket opens an array.' },
  'end-array': { label: 'end array ]', text: 'A right bracket closes the array.' },
  'begin-object': { label: 'begin object {', text: 'A left brace opens an object.' },
  'end-object': { label: 'end object }', text: 'A right brace closes the object.' },
  'value-separator': { label: 'value separator ,', text: 'A comma stands between two values.' },
  'name-separator': { label: 'name separator :', text: 'A colon stands between a name and its value.' },
  'quotation-mark': { label: 'quotation mark "', text: 'Quotation marks enclose a text.' },
  version: { label: 'version', text: 'Version of the protocol: always 1.' },
  name: { label: 'name', text: 'The method that is called. The server repeats the name in its reply.' },
  'message type': {
    label: 'message type',
    text: 'Here {value}. 1 is a call, 2 a reply, 3 an exception that the method does not declare, 4 a oneway call, which nothing answers.',
  },
  'seq id': {
    label: 'sequence id',
    text: 'A number of the client’s choice, which the server repeats, so that the client can tell which call a reply answers.',
  },
  struct: {
    label: 'struct',
    text: 'An object whose members are the struct’s fields. It needs no stop field: the brace ends it.',
  },
  field: {
    label: 'field',
    text: 'One field of a struct: its id as the name, and an object that holds its type and value.',
  },
  'field-id': {
    label: 'field id',
    text: 'The number that the interface gives this field, as text, because names of JSON are texts. The field’s own name is not sent.',
  },
  'typed value': { label: 'typed value', text: 'An object with a single member, whose name is the type of the value.' },
  'type and value': { label: 'type and value', text: 'The type as the name, and the value.' },
  'field-type': {
    label: 'field type',
    text: 'Here {value}. tf is bool, dbl double, str string or binary, rec struct, lst list; i8 to i64, set and map are called so.',
  },
  bool: { label: 'bool', text: 'A truth value as a number: 1 is true, 0 false.' },
  integer: { label: 'integer', text: 'A number in decimal digits. How many bits it may have is said by its type.' },
  double: { label: 'double', text: 'A floating-point number in decimal digits.' },
  'double as text': { label: 'double as text', text: 'JSON has no number for {value}, so it is sent as a text.' },
  string: { label: 'string', text: 'Text as UTF-8, with the escapes of JSON.' },
  binary: {
    label: 'binary',
    text: 'Bytes of any kind as base64: four letters for three bytes. On the wire they have the same type as text.',
  },
  list: { label: 'list', text: 'An array: the type of all elements, their number, and the elements.' },
  set: { label: 'set', text: 'Written like a list. That no element stands here twice is left to the sender.' },
  map: {
    label: 'map',
    text: 'An array of four: type of the keys, type of the values, number of pairs, and an object with the pairs.',
  },
  'element-type': {
    label: 'element type',
    text: 'The type of every element: {value}. It is sent once, not with each element.',
  },
  'key-element-type': { label: 'key type', text: 'The type of every key: {value}.' },
  'value-element-type': { label: 'value type', text: 'The type of every value: {value}.' },
  size: { label: 'size', text: 'Number of the elements or pairs: {value}. A reader of JSON could count them itself.' },
  pairs: { label: 'pairs', text: 'An object whose members are the pairs of the map.' },
  'key value pair': { label: 'pair', text: 'A key and the value that belongs to it.' },
  key: { label: 'key', text: 'The key of the pair, as text whatever its type is.' },
} satisfies FormatTexts;
