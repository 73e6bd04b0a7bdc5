// What the fields of a Hessian 2 value are for and how to read them. Sections are those of the Hessian 2.0 Serialization Protocol.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  null: { label: 'null', text: 'The letter N: there is no value.' },
  boolean: { label: 'boolean', text: 'The letter T for true or F for false; here it is {value}.' },
  int: {
    label: 'int',
    text: 'A whole number of 32 bits, most significant byte first: {value}. It is too large for a shorter form.',
  },
  'int code': { label: 'int code', text: 'The letter I: an int of four bytes follows.' },
  'one-octet int': {
    label: 'int of one byte',
    text: 'The byte itself is the number, counted from 90: {hex} stands for {value}. Numbers from −16 to 47 fit.',
  },
  'two-octet int': {
    label: 'int of two bytes',
    text: 'The first byte, counted from c8, is the high part and the second the low part: {value}. Numbers from −2048 to 2047 fit.',
  },
  'three-octet int': {
    label: 'int of three bytes',
    text: 'The first byte, counted from d4, is the high part and the others the low part: {value}. Numbers from −262144 to 262143 fit.',
  },
  long: { label: 'long', text: 'A whole number of 64 bits, most significant byte first: {value}.' },
  'long code': {
    label: 'long code',
    text: 'The letter L for a long of eight bytes, or Y for one that four bytes hold.',
  },
  'four-octet long': { label: 'long of four bytes', text: 'A long that fits into 32 bits: {value}.' },
  'one-octet long': {
    label: 'long of one byte',
    text: 'The byte itself is the number, counted from e0: {hex} stands for {value}. Numbers from −8 to 15 fit.',
  },
  'two-octet long': {
    label: 'long of two bytes',
    text: 'The first byte, counted from f8, is the high part and the second the low part: {value}. Numbers from −2048 to 2047 fit.',
  },
  'three-octet long': {
    label: 'long of three bytes',
    text: 'The first byte, counted from 3c, is the high part and the others the low part: {value}. Numbers from −262144 to 262143 fit.',
  },
  'double zero': { label: 'double 0.0', text: 'A code that stands for 0.0 all by itself.' },
  'double one': { label: 'double 1.0', text: 'A code that stands for 1.0 all by itself.' },
  'double octet': { label: 'double in one byte', text: 'A double that is a whole number from −128 to 127: {value}.' },
  'double short': {
    label: 'double in two bytes',
    text: 'A double that is a whole number from −32768 to 32767: {value}.',
  },
  'double mill': {
    label: 'double in thousandths',
    text: 'A whole number of thousandths in 32 bits: {value}. One place in the specification calls it a float, but its grammar and all known programs mean thousandths.',
  },
  double: { label: 'double', text: 'A floating-point number of 64 bits as IEEE 754 lays it out: {value}.' },
  'double code': {
    label: 'double code',
    text: 'How the double is written: 5d in one byte, 5e in two, 5f in thousandths, 44 (the letter D) in full.',
  },
  date: { label: 'date', text: 'Milliseconds since the beginning of 1970, UTC: {value}.' },
  'date in minutes': {
    label: 'date in minutes',
    text: 'Minutes since the beginning of 1970, UTC: {value}. Only full minutes fit.',
  },
  'date code': { label: 'date code', text: '4a for milliseconds in eight bytes, 4b for minutes in four.' },
  binary: { label: 'binary data', text: 'Bytes as they are. Long data are cut into chunks.' },
  'binary length': {
    label: 'length of binary data',
    text: 'Says that binary data follow and how many bytes: {value}. Up to 15 it is one byte, up to 1023 two, else a letter and two bytes.',
  },
  'non-final binary chunk': {
    label: 'chunk of binary data',
    text: 'A part of the data; another one follows. Its letter is A.',
  },
  'final binary chunk': { label: 'last chunk of binary data', text: 'The last part of the data.' },
  string: {
    label: 'string',
    text: 'Text in UTF-8: {value}. A character beyond 16 bits, such as an emoji, is written as its two UTF-16 halves of three bytes each.',
  },
  'string length': {
    label: 'length of a string',
    text: 'Says that a string follows and how many UTF-16 code units it has, not bytes: {value}. Up to 31 it is one byte, up to 1023 two, else a letter and two bytes.',
  },
  'non-final string chunk': {
    label: 'chunk of a string',
    text: 'A part of the text; another one follows. Its letter is R. A part never ends within a surrogate pair.',
  },
  'final string chunk': { label: 'last chunk of a string', text: 'The last part of the text.' },
  'compact list': { label: 'list', text: 'A list of at most seven values, whose length is part of its first byte.' },
  'list code and length': {
    label: 'list code and length',
    text: 'A list of {value} values: 70 to 77 with the name of its type, 78 to 7f without one.',
  },
  'fixed-length list': { label: 'list', text: 'A list whose length is given before its values.' },
  'list code': {
    label: 'list code',
    text: '55 and 57 are lists up to a terminator, 56 and 58 lists of a given length. 55 and 56 name their type.',
  },
  'variable-length list': {
    label: 'list of unknown length',
    text: 'A list that its writer could not count beforehand: it ends with a terminator.',
  },
  terminator: { label: 'terminator', text: 'The letter Z: the list or map ends here.' },
  'list length': { label: 'length of the list', text: 'How many values follow: {value}. Written like any int.' },
  type: {
    label: 'type name',
    text: 'What the other side’s language calls the list or map: {value}. It gets the next number among the types of the message.',
  },
  'type reference': {
    label: 'type reference',
    text: 'Number {value} among the types that this message has named before.',
  },
  map: { label: 'map', text: 'Keys and values in pairs, with the name of the map’s type.' },
  'untyped map': {
    label: 'map',
    text: 'Keys and values in pairs. Without a type name it becomes the reader’s usual map, such as Java’s HashMap.',
  },
  'map code': { label: 'map code', text: 'The letter H begins a map without a type name, M one that has it.' },
  'map entry': { label: 'map entry', text: 'A key and its value. A key may be any value; mostly it is a string.' },
  'map key': { label: 'map key', text: 'The name under which the next value is found: {value}.' },
  'class definition': {
    label: 'class definition',
    text: 'Written once, before the first object of the class: its name and its fields’ names, which the objects need not repeat.',
  },
  'class definition code': { label: 'class definition code', text: 'The letter C.' },
  'class name': { label: 'class name', text: 'The class as the other side’s language calls it: {value}.' },
  'field count': { label: 'number of fields', text: 'How many names of fields follow: {value}. Written like any int.' },
  'field name': {
    label: 'field name',
    text: 'A field of the class. Objects give their values in the order of these names.',
  },
  'compact object': {
    label: 'object',
    text: 'An object: only its values, in the order in which its class names its fields.',
  },
  'object code and class reference': {
    label: 'object code and class',
    text: 'An object of class {value}, the classes being numbered from 0 as they are defined in the message.',
  },
  object: {
    label: 'object',
    text: 'An object of a class whose number is beyond 15: only its values, in the order of its class’s fields.',
  },
  'object code': { label: 'object code', text: 'The letter O: the number of the class follows.' },
  'class reference': { label: 'class reference', text: 'Number {value} among the classes defined in this message.' },
  ref: {
    label: 'value reference',
    text: 'The same list, map or object that began as number {value} in this message. So shared values are written once, and a value can contain itself.',
  },
  'ref code': { label: 'reference code', text: 'The letter Q: the number of a list, map or object follows.' },
} satisfies FormatTexts;
