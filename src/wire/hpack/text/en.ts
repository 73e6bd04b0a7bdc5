// HPACK's fields explained in English. Sections are RFC 7541's.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  'header block': {
    label: 'header block',
    text: 'The header fields of one message in compressed form. It was sent in several frames and is shown here in one piece.',
  },
  'indexed header field': {
    label: 'indexed header field',
    text: 'A whole field, name and value, in {length} byte(s): both ends hold it in a table already, and only its index is sent.',
  },
  index: {
    label: 'index',
    text: 'Entry {value}. 1 to 61 are the static table, which the specification fixes; from 62 on comes the dynamic table, the newest entry first.',
  },
  'literal header field with incremental indexing': {
    label: 'literal with incremental indexing',
    text: 'A field that no table holds yet. Both ends add it to their dynamic tables, so that the next message needs only its index.',
  },
  'literal header field without indexing': {
    label: 'literal without indexing',
    text: 'A field that is sent in full and not remembered, because it is unlikely to come again.',
  },
  'literal header field never indexed': {
    label: 'literal never indexed',
    text: 'A field that is sent in full and must not be remembered on any hop: its value is a secret that guessing at the compressed size could reveal.',
  },
  'name index': {
    label: 'index of the name',
    text: 'The entry whose name this field shares: {value}. 0 means that the name follows as text.',
  },
  'name length': {
    label: 'length of the name',
    text: 'The name takes {value} byte(s), as they are or in Huffman code.',
  },
  'name string': { label: 'name', text: 'The name of the field as it is. HTTP/2 wants lower-case letters.' },
  'name string in Huffman code': {
    label: 'name, in Huffman code',
    text: '“{value}” in {length} bytes: frequent characters take 5 bits, rare ones up to 30. The last byte is filled up with ones.',
  },
  'value length': {
    label: 'length of the value',
    text: 'The value takes {value} byte(s), as they are or in Huffman code.',
  },
  'value string': { label: 'value', text: 'The value of the field as it is.' },
  'value string in Huffman code': {
    label: 'value, in Huffman code',
    text: '“{value}” in {length} bytes: frequent characters take 5 bits, rare ones up to 30. The last byte is filled up with ones.',
  },
  'dynamic table size update': {
    label: 'dynamic table size update',
    text: 'The encoder changes the size of the dynamic table, within what the decoder has allowed. What has no room any more is forgotten.',
  },
  'maximum size': {
    label: 'maximum size',
    text: 'The table may take {value} bytes from now on. An entry counts as its name and value and 32 bytes more.',
  },
  pattern: {
    label: 'pattern',
    text: 'The first bits say what this is: 1 an indexed field, 01 a literal with incremental indexing, 0000 one without, 0001 one never indexed, 001 a table size update.',
  },
  H: { label: 'H', text: '1 when the string is in Huffman code, 0 when it stands there as it is.' },
  prefix: {
    label: 'prefix of the number',
    text: 'The number itself. Only if all these bits are ones does it go on in the next bytes, 7 bits in each, the lowest first; they are added to the prefix.',
  },
} satisfies FormatTexts;
