// What the fields of a Linux cooked header are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  'linux-cooked': {
    label: 'Linux cooked frame',
    text: 'What a capture on all interfaces of Linux has in place of the real link header: it was never on a wire.',
  },
  data: { label: 'data and padding', text: 'What the frame carries.' },
  'packet type': {
    label: 'packet type',
    text: 'Where the packet was going: 0 to this host, 1 to all, 2 to a group, 3 to another host, 4 away from here.',
  },
  'ARPHRD type': {
    label: 'ARPHRD type',
    text: 'The kind of interface, as Linux numbers it: 1 is Ethernet, 772 the loopback.',
  },
  'address length': { label: 'address length', text: 'Bytes of the sender’s address that count: {value}.' },
  'link-layer address': {
    label: 'link-layer address',
    text: 'The sender’s address on the link, filled up with zeros.',
  },
  'protocol type': {
    label: 'protocol type',
    text: 'What the frame carries: 0800 is an IPv4 packet, 86dd an IPv6 packet.',
  },
  reserved: { label: 'reserved', text: 'Zero, for later use.' },
  'interface index': { label: 'interface index', text: 'The number of the interface that saw the packet.' },
} satisfies FormatTexts;
