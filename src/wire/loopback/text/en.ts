// What the fields of a loopback header are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  loopback: {
    label: 'loopback frame',
    text: 'A packet that a host sends to itself: there is no link, so its header has only a number.',
  },
  data: { label: 'data', text: 'What the frame carries.' },
  'address family': {
    label: 'address family',
    text: 'Which protocol follows, as the system that captured it numbers it: 2 is IPv4; 24, 28 or 30 is IPv6. The byte order is that system’s.',
  },
} satisfies FormatTexts;
