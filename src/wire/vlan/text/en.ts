// What the fields of a VLAN tag are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  'tag control information': {
    label: 'tag control information',
    text: 'To which of the virtual networks on this cable the frame belongs, and how urgent it is.',
  },
  PCP: { label: 'PCP', text: 'Priority code point: 0 is ordinary traffic, 7 the most urgent.' },
  DEI: { label: 'DEI', text: 'Drop eligible indicator: 1 says that the frame may be dropped before others.' },
  VID: { label: 'VID', text: 'The number of the virtual network.' },
  type: { label: 'type', text: 'What stands behind the tag: 0800 is an IPv4 packet, 86dd an IPv6 packet.' },
} satisfies FormatTexts;
