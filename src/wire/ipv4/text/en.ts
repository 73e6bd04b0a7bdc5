// What the fields of an IPv4 packet are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  ipv4: {
    label: 'IPv4 packet',
    text: 'The envelope with the addresses of both hosts: routers read it to send the packet on across networks.',
  },
  data: { label: 'data', text: 'What the packet carries.' },
  'version and header length': {
    label: 'version and header length',
    text: 'One byte for two numbers of four bits: 45 is version 4 and a header of five 32-bit words.',
  },
  version: { label: 'version', text: 'The version of the Internet Protocol: 4.' },
  IHL: {
    label: 'IHL',
    text: 'Internet header length in words of four bytes: 5 is 20 bytes, the length without options.',
  },
  'DS field and ECN': {
    label: 'DS field and ECN',
    text: 'How urgently routers should handle the packet, and whether they met congestion. It was the type of service once.',
  },
  DSCP: { label: 'DSCP', text: 'Differentiated services code point: 0 is ordinary, best-effort delivery.' },
  ECN: { label: 'ECN', text: 'Explicit congestion notification: 0 means that the sender does not take part.' },
  'total length': { label: 'total length', text: 'Bytes of the whole packet, this header included: {value}.' },
  identification: {
    label: 'identification',
    text: 'Tells the fragments of one packet from those of another. Linux counts it up within a connection, and writes 0 in a SYN-ACK.',
  },
  'flags and fragment offset': {
    label: 'flags and fragment offset',
    text: 'Three bits about fragmentation and the place of this fragment: 4000 is a whole packet that must not be cut.',
  },
  reserved: { label: 'reserved', text: 'Must be 0.' },
  DF: {
    label: "DF, don't fragment",
    text: 'Routers must not cut the packet but report that it is too large. TCP sets it to find the largest packet that the path carries.',
  },
  MF: { label: 'MF, more fragments', text: 'More fragments of the same packet follow.' },
  'fragment offset': {
    label: 'fragment offset',
    text: 'Where this fragment belongs in the packet, in units of 8 bytes.',
  },
  'time to live': {
    label: 'time to live',
    text: 'Each router takes one off and drops the packet at 0, so that none circles for ever. Linux starts at 64.',
  },
  protocol: { label: 'protocol', text: 'What the packet carries: 6 is TCP.' },
  'header checksum': {
    label: 'header checksum',
    text: "The one's complement of the sum of the header's 16-bit words: whoever adds all words, this one included, gets ffff if nothing is damaged.",
  },
  'source address': { label: 'source address', text: 'The host that sent the packet: {value}.' },
  'destination address': { label: 'destination address', text: 'The host that is to get the packet: {value}.' },
  options: { label: 'options', text: 'Rarely used additions to the header, padded to a multiple of four bytes.' },
} satisfies FormatTexts;
