// XML's own fields explained in English. Sections are those of XML 1.0, fifth edition.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  XMLDecl: {
    label: 'XML declaration',
    text: 'Says that XML 1.0 follows. Without an encoding it is UTF-8. A reader could do without, but many writers send it.',
  },
  S: {
    label: 'white space',
    text: 'Only there so that people can read the message more easily; the program passes over it.',
  },
  'byte-order-mark': { label: 'byte order mark', text: 'Three bytes that some editors put before UTF-8 text.' },
  Comment: { label: 'comment', text: 'A remark for people. It is not part of the message.' },
  PI: { label: 'processing instruction', text: 'A note for some program. XML-RPC knows none and passes over it.' },
  CharData: { label: 'stray text', text: 'Text where only elements belong. The reader passes over it.' },
  CDSect: {
    label: 'CDATA section',
    text: 'Text that is taken as it stands: in it < and & mean nothing special, so that nothing has to be escaped.',
  },
  CDStart: { label: 'CDATA start', text: 'From here on markup is just text.' },
  CDEnd: {
    label: 'CDATA end',
    text: 'These three characters end the section, and are the only thing that it cannot hold.',
  },
  EntityRef: {
    label: 'entity reference',
    text: '{value} stands for one character that would otherwise be taken for markup. The reader turns it back.',
  },
  CharRef: {
    label: 'character reference',
    text: '{value} names a character by its number in Unicode, because as it is it would not survive.',
  },
  element: { label: 'unknown element', text: 'An element that this language does not have.' },
} satisfies FormatTexts;
