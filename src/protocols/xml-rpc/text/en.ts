// XML-RPC's elements explained in English. Sections are headings of xmlrpc.com/spec.
import type { FormatTexts } from '../../../wire/bytes/explanation';

export const en = {
  'start-tag': {
    label: 'start tag',
    text: '{value} opens the element. The name says what its content is: XML describes itself, at the price of many bytes.',
  },
  'end-tag': {
    label: 'end tag',
    text: '{value} closes the element. XML has no lengths, so only this says where the content ends.',
  },
  'white-space': {
    label: 'white space',
    text: 'Line feeds between elements. They only make the message easier to read for people.',
  },
  methodCall: { label: 'method call', text: 'The whole call: the name of the method and its arguments.' },
  methodName: {
    label: 'method name',
    text: 'The procedure to call, as text: "{value}". By this name the server stub finds the function.',
  },
  params: {
    label: 'parameters',
    text: 'The arguments in their order. They have no names: which is which, only the position tells.',
  },
  param: { label: 'parameter', text: 'One argument, or the result of a call: exactly one value.' },
  value: {
    label: 'value',
    text: 'A value. The element in it tells the type; without one it is a string.',
  },
  i4: {
    label: 'i4',
    text: 'A whole number of 32 bits with sign, written in decimal digits: {value}. The same as int.',
  },
  int: {
    label: 'int',
    text: 'A whole number of 32 bits with sign. It travels as text: the number {value} is the decimal digits "{value}", bytes {hex}.',
  },
  i8: { label: 'i8', text: 'A whole number of 64 bits, {value}. An extension that not every peer knows.' },
  boolean: { label: 'boolean', text: 'True is written as 1, false as 0. Here: {value}.' },
  string: {
    label: 'string',
    text: 'Text in UTF-8. Only characters that XML takes for markup have to be escaped.',
  },
  double: {
    label: 'double',
    text: 'A number with a fraction in decimal digits: {value}. The shortest digits that read back to the same 64 bits are enough.',
  },
  'dateTime.iso8601': {
    label: 'date and time',
    text: '{value}: year, month, day, T, time of day. The specification leaves open in which time zone; both sides have to know.',
  },
  base64: {
    label: 'base64',
    text: 'Binary data. XML cannot hold arbitrary bytes, so three of them are written as four letters: a third more.',
  },
  struct: { label: 'struct', text: 'Named members: a record, a dictionary or an object.' },
  member: { label: 'member', text: 'One member of a struct: its name and its value.' },
  name: { label: 'name', text: 'The name of the member, "{value}". It is sent with every struct.' },
  array: { label: 'array', text: 'Values in their order. They may be of different types.' },
  data: { label: 'data', text: 'Holds the values of the array. It adds nothing, but the specification demands it.' },
  nil: { label: 'nil', text: 'No value: None, null. An extension; Python writes it only with allow_none.' },
  methodResponse: { label: 'method response', text: 'The answer to a call: either one result or a fault.' },
  fault: {
    label: 'fault',
    text: 'The call failed. A struct with faultCode and faultString says why; the client stub turns it into an exception.',
  },
  'untyped-string': { label: 'string without a tag', text: 'A value without an element for its type is a string.' },
  'other-text': { label: 'other content', text: 'HTTP reports an error here, and this is its page for people.' },
} satisfies FormatTexts;
