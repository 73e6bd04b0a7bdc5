// JSON's fields explained in English. Sections are RFC 8259's.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  object: {
    label: 'object',
    text: 'A collection of members, each a name and a value, in braces. Names should be unique; their order means nothing to JSON.',
  },
  'begin-object': {
    label: 'begin object {',
    text: 'A left brace opens an object. Its members follow until the matching right brace.',
  },
  'end-object': {
    label: 'end object }',
    text: 'A right brace closes the object: JSON has no lengths, so only this says where it ends.',
  },
  member: { label: 'member', text: 'One member of an object: a name in quotation marks, a colon and a value.' },
  name: {
    label: 'name',
    text: 'The member’s name. It is sent as text with every message, so long names cost bytes every time.',
  },
  'name-separator': { label: 'name separator :', text: 'A colon stands between a member’s name and its value.' },
  'value-separator': {
    label: 'value separator ,',
    text: 'A comma stands between two values. After the last one there must be none.',
  },
  array: {
    label: 'array',
    text: 'A sequence of values in brackets. Their order counts, and they may be of different types.',
  },
  'begin-array': {
    label: 'begin array [',
    text: 'A left bracket opens an array. Its elements follow until the matching right bracket.',
  },
  'end-array': {
    label: 'end array ]',
    text: 'A right bracket closes the array. The number of elements is written nowhere; a reader counts them.',
  },
  string: {
    label: 'string',
    text: 'Text as UTF-8. Quotation marks, backslashes and control characters must be escaped; everything else may stand as it is.',
  },
  'quotation-mark': {
    label: 'quotation mark "',
    text: 'Quotation marks enclose a string, so that its end is found without a length.',
  },
  escape: {
    label: 'escape',
    text: 'A backslash and what follows stand for one character that may not appear as itself, here {value}. \\u takes four hexadecimal digits of UTF-16.',
  },
  number: {
    label: 'number',
    text: 'A number in decimal digits. JSON does not tell integers from floating point, and many readers keep only the 53 bits of a double.',
  },
  literal: { label: 'literal name', text: 'One of the three names JSON knows: true, false and null, in lower case.' },
  'white-space': {
    label: 'white space',
    text: 'Spaces, tabs and line ends between tokens mean nothing. Most programs send none, to save bytes.',
  },
} satisfies FormatTexts;
