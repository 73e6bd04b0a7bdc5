// What the fields of a TCP segment are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  tcp: {
    label: 'TCP segment',
    text: 'A piece of a reliable stream of bytes between two programs, with what both ends need to put the stream together again.',
  },
  payload: {
    label: 'payload',
    text: '{length} bytes of the stream. TCP does not know where a message begins or ends in it: that is the business of the layer above.',
  },
  'source port': {
    label: 'source port',
    text: 'The program on the sending host: {value}. Clients get one from the system for each connection.',
  },
  'destination port': {
    label: 'destination port',
    text: 'The program on the receiving host: {value}. Servers listen on a port that is known.',
  },
  'sequence number': {
    label: 'sequence number',
    text: 'The place of the first byte of the payload in the stream. It starts from a random number, which the SYN announces and uses up.',
  },
  'acknowledgment number': {
    label: 'acknowledgment number',
    text: 'The next byte that the sender of this segment expects: everything before it has arrived. Only meaningful with the ACK bit.',
  },
  'data offset and control bits': {
    label: 'data offset and control bits',
    text: 'The length of the header in the first four bits, and one bit for each thing that the segment means.',
  },
  'data offset': {
    label: 'data offset',
    text: 'Length of the header in words of four bytes: where the payload begins.',
  },
  reserved: { label: 'reserved', text: 'Must be 0.' },
  CWR: { label: 'CWR, congestion window reduced', text: 'The sender has slowed down after a sign of congestion.' },
  ECE: { label: 'ECE, ECN echo', text: 'The receiver saw a sign of congestion.' },
  URG: { label: 'URG, urgent', text: 'The urgent pointer counts. Hardly used today.' },
  ACK: { label: 'ACK, acknowledgment', text: 'The acknowledgment number counts. Set in every segment but the first.' },
  PSH: {
    label: 'PSH, push',
    text: 'The end of a write: the receiver should hand the data to its program without waiting for more.',
  },
  RST: { label: 'RST, reset', text: 'The connection is broken off at once.' },
  SYN: {
    label: 'SYN, synchronize',
    text: 'Opens a connection: the sequence number is the initial one, and uses up one number.',
  },
  FIN: {
    label: 'FIN, finish',
    text: 'The sender will send no more data. It uses up one sequence number; the other side may go on sending.',
  },
  window: {
    label: 'window',
    text: 'How many bytes the sender of this segment is ready to take: {value}, to be shifted left by the count in its SYN. In a SYN itself it is not shifted.',
  },
  checksum: {
    label: 'checksum',
    text: "The one's complement of the sum of all 16-bit words of the segment and of a pseudo-header: both addresses, the protocol and the length.",
  },
  'urgent pointer': { label: 'urgent pointer', text: 'Where urgent data ends, if the URG bit is set.' },
  options: {
    label: 'options',
    text: 'What both ends agree on beyond the fixed header, padded to a multiple of four bytes.',
  },
  'end of option list': { label: 'end of option list', text: 'No further options: what follows is padding.' },
  'no-operation': {
    label: 'no-operation',
    text: 'A filler of one byte, so that the next option stands at a multiple of four.',
  },
  'maximum segment size': {
    label: 'maximum segment size',
    text: 'Only in a SYN: the largest segment that its sender can take.',
  },
  MSS: { label: 'MSS', text: '{value} bytes: the largest packet of the link less 40 for the headers of IPv4 and TCP.' },
  'window scale': {
    label: 'window scale',
    text: 'Only in a SYN: the 16 bits of the window are too few for fast links, so its sender will mean multiples.',
  },
  'shift count': { label: 'shift count', text: 'Windows from this side are to be shifted left by {value} bits.' },
  'SACK permitted': {
    label: 'SACK permitted',
    text: 'Only in a SYN: its sender understands acknowledgments that tell which later pieces have arrived after a loss.',
  },
  SACK: {
    label: 'SACK, selective acknowledgment',
    text: 'What has arrived behind a gap, as up to four blocks of the stream. The other side need not send these bytes again.',
  },
  'left edge of block': {
    label: 'left edge of block',
    text: 'Sequence number of the first byte of the block: {value}.',
  },
  'right edge of block': {
    label: 'right edge of block',
    text: 'Sequence number of the byte behind the block: {value}.',
  },
  timestamps: {
    label: 'timestamps',
    text: 'The sender’s clock, and the last value seen of the other’s: that measures the round trip and tells old segments from new ones.',
  },
  TSval: { label: 'TSval', text: 'The clock of this segment’s sender, in milliseconds from a random origin.' },
  TSecr: { label: 'TSecr', text: 'The last TSval that came from the other side; 0 in the first segment.' },
  'other option': { label: 'other option', text: 'An option that this program does not know.' },
  'option kind': { label: 'kind', text: 'Which option follows.' },
  'option length': { label: 'length', text: 'Bytes of the option, kind and length included: {value}.' },
  'option data': { label: 'option data', text: 'The content of the option.' },
} satisfies FormatTexts;
