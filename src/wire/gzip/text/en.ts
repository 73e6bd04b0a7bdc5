// gzip's fields explained in English. Sections are RFC 1952's.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  member: {
    label: 'gzip member',
    text: 'Compressed octets with a header in front and a check behind them. What they stand for is shown as the content of this message.',
  },
  'ID1 ID2': { label: 'ID1 ID2', text: 'The bytes 1f 8b, by which gzip is recognised.' },
  CM: { label: 'compression method', text: '8 stands for DEFLATE, the only method in use.' },
  FLG: { label: 'flags', text: 'Each bit says whether an optional part of the header follows.' },
  reserved: { label: 'reserved', text: 'Must be zero.' },
  FCOMMENT: { label: 'FCOMMENT', text: '1 when a comment follows.' },
  FNAME: { label: 'FNAME', text: '1 when a file name follows.' },
  FEXTRA: { label: 'FEXTRA', text: '1 when extra fields follow.' },
  FHCRC: { label: 'FHCRC', text: '1 when a checksum of the header follows.' },
  FTEXT: { label: 'FTEXT', text: '1 when the content is probably text.' },
  MTIME: {
    label: 'modification time',
    text: 'Seconds since 1970, least significant byte first. A server that compresses on the fly writes the present time, so equal replies differ in these bytes.',
  },
  XFL: { label: 'extra flags', text: '4 means that the compressor took the fastest way, 2 that it tried hardest.' },
  OS: { label: 'operating system', text: 'Where it was compressed: 3 is Unix, 255 unknown.' },
  'extra-field': {
    label: 'extra field',
    text: 'Extras of the program that compressed it, with their length in front.',
  },
  'file-name': { label: 'file name', text: 'Original name of the file, ended by a zero byte.' },
  comment: { label: 'comment', text: 'A comment for people, ended by a zero byte.' },
  CRC16: { label: 'CRC16', text: 'Check of the header: the two lower bytes of its CRC-32.' },
  'compressed-blocks': {
    label: 'compressed blocks',
    text: '{length} bytes of DEFLATE: repetitions are replaced by references to what came before, and frequent symbols by short bit codes.',
  },
  CRC32: { label: 'CRC32', text: 'Checksum of the octets before compression, to tell whether they came out right.' },
  ISIZE: { label: 'input size', text: 'Number of octets before compression modulo 2³², least significant byte first.' },
} satisfies FormatTexts;
