// What the fields of an IPv6 packet are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  ipv6: { label: 'IPv6 packet', text: 'The envelope with the addresses of both hosts, which have 128 bits here.' },
  data: { label: 'data', text: 'What the packet carries.' },
  'version, traffic class and flow label': {
    label: 'version, traffic class and flow label',
    text: 'Three numbers in four bytes: 6, how to handle the packet, and what tells its flow from others.',
  },
  version: { label: 'version', text: 'The version of the Internet Protocol: 6.' },
  'traffic class': {
    label: 'traffic class',
    text: 'How urgently routers should handle the packet, and whether they met congestion.',
  },
  'flow label': {
    label: 'flow label',
    text: 'The same in all packets that belong together; 0 when the sender does not say.',
  },
  'payload length': { label: 'payload length', text: 'Bytes behind this header: {value}.' },
  'next header': { label: 'next header', text: 'What follows: 6 is TCP; 0, 43 and 60 are extension headers.' },
  'hop limit': { label: 'hop limit', text: 'Each router counts it down by one and drops the packet at zero.' },
  'source address': { label: 'source address', text: 'The host that sent the packet.' },
  'destination address': { label: 'destination address', text: 'The host that is to have it.' },
  'extension length': {
    label: 'extension length',
    text: 'Length of the extension header in units of eight bytes, the first not counted.',
  },
  'extension data': {
    label: 'extension data',
    text: 'What the extension header says to routers or to the destination.',
  },
} satisfies FormatTexts;
