// What the fields of an ICMP message are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  icmp: {
    label: 'ICMP message',
    text: 'What routers and hosts tell each other about the delivery of packets. It is carried like TCP, but no program reads it.',
  },
  data: { label: 'data', text: 'What messages of this type carry.' },
  type: { label: 'type', text: 'What the message is about. 3: a packet could not be delivered.' },
  code: {
    label: 'code',
    text: 'Why. 0: no way to the network, 1: the last router does not find the host, 3: nobody listens on the port.',
  },
  checksum: { label: 'checksum', text: 'The Internet checksum over the whole message.' },
  unused: { label: 'unused', text: 'Four bytes that are 0 in this type of message.' },
  'original datagram': {
    label: 'original datagram',
    text: 'The beginning of the packet that could not be delivered. By its ports the sender finds the connection that it belongs to.',
  },
} satisfies FormatTexts;
