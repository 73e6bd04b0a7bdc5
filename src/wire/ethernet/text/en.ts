// What the fields of an Ethernet frame are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  ethernet: {
    label: 'Ethernet frame',
    text: 'The outermost envelope: it takes the packet from one network card to the next. The frame check sequence at its end is handled by the card and not seen here.',
  },
  data: { label: 'data and padding', text: 'What the frame carries, or zeros that fill it up to the smallest length.' },
  'destination address': {
    label: 'destination address',
    text: 'The network card that is to take the frame. The second lowest bit of the first byte says that the address was assigned locally, not by a manufacturer.',
  },
  'source address': { label: 'source address', text: 'The network card that sent the frame.' },
  type: { label: 'type', text: 'What the frame carries: 0800 is an IPv4 packet.' },
} satisfies FormatTexts;
