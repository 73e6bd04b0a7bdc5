// What the fields of a Dubbo header are for.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  header: {
    label: 'Dubbo header',
    text: 'Sixteen bytes before every message: what it is, which request it belongs to, and how many bytes follow.',
  },
  Magic: { label: 'magic number', text: 'The bytes da bb, by which Dubbo is recognised.' },
  flag: { label: 'flags', text: 'Three bits say what the message is, five how its data are serialized.' },
  'Req/Res': { label: 'request or response', text: '1 in a request, 0 in a response.' },
  '2 Way': { label: 'two-way', text: '1 when the request wants a response. In a response it has no meaning.' },
  Event: {
    label: 'event',
    text: '1 when this is no call but an event, such as a heartbeat that keeps the connection alive.',
  },
  'Serialization ID': {
    label: 'serialization',
    text: 'How the data are serialized: {value}. 2 is Hessian 2; 3 is Java, 6 fastjson, 8 Kryo, 12 Protostuff.',
  },
  Status: {
    label: 'status',
    text: 'How the request went: {value}. With 20 the data hold the result or an exception, with any other status a message. A request has 0 here.',
  },
  'Request ID': {
    label: 'request id',
    text: 'Number {value} of the client’s requests. The response has the same, so that many calls can share a connection and end in any order.',
  },
  'Data Length': { label: 'data length', text: '{value} bytes follow the header.' },
} satisfies FormatTexts;
