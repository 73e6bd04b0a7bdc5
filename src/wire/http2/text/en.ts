// HTTP/2's fields explained in English. Sections are RFC 9113's.
import type { FormatTexts } from '../../bytes/explanation';

export const en = {
  'connection preface': {
    label: 'connection preface',
    text: 'The first {length} bytes from the client. A server that speaks HTTP/1 only takes them for a request that it refuses, and does no harm.',
  },
  Length: {
    label: 'length',
    text: 'The payload has {value} bytes; the nine bytes of this header do not count. From it the receiver knows where the next frame begins.',
  },
  Type: {
    label: 'type',
    text: '{value}. 0 is DATA, 1 HEADERS, 2 PRIORITY, 3 RST_STREAM, 4 SETTINGS, 5 PUSH_PROMISE, 6 PING, 7 GOAWAY, 8 WINDOW_UPDATE, 9 CONTINUATION.',
  },
  Flags: { label: 'flags', text: 'One bit for each thing that can be said of a frame of this type.' },
  END_STREAM: {
    label: 'END_STREAM',
    text: '1 when the sender sends nothing more on this stream: its half of the stream is closed.',
  },
  END_HEADERS: { label: 'END_HEADERS', text: '1 when the field block ends here; otherwise CONTINUATION follows.' },
  PADDED: { label: 'PADDED', text: '1 when the payload has padding, and its length in front.' },
  'PRIORITY flag': { label: 'PRIORITY', text: '1 when a priority stands before the field block.' },
  ACK: { label: 'ACK', text: '1 when this frame only confirms one of the same type that the other side has sent.' },
  Reserved: { label: 'reserved', text: 'Must be 0, and is ignored.' },
  'Stream Identifier': {
    label: 'stream identifier',
    text: 'The stream that the frame belongs to. Each call has its own; a client uses odd numbers, one after the other. 0 is the connection as a whole.',
  },
  DATA: {
    label: 'DATA frame',
    text: 'A piece of a request’s or response’s body. Only these frames are subject to flow control.',
  },
  HEADERS: {
    label: 'HEADERS frame',
    text: 'The header fields that begin a request or response, or the trailers that end it, compressed with HPACK.',
  },
  PRIORITY: {
    label: 'PRIORITY frame',
    text: 'How one stream should be served beside others. No longer in use.',
  },
  RST_STREAM: {
    label: 'RST_STREAM frame',
    text: 'Ends one stream at once: a call is cancelled, or something went wrong. The connection and the other streams go on.',
  },
  SETTINGS: {
    label: 'SETTINGS frame',
    text: 'What its sender can take and how much. Each side sends one first, and the other side confirms it.',
  },
  PUSH_PROMISE: {
    label: 'PUSH_PROMISE frame',
    text: 'A server announces a response to a request that the client has not made.',
  },
  PING: {
    label: 'PING frame',
    text: 'Asks for an answer with the same eight bytes: is the connection alive, and how long is a round trip?',
  },
  GOAWAY: {
    label: 'GOAWAY frame',
    text: 'The sender closes the connection: it takes no new streams, but finishes those that it names.',
  },
  WINDOW_UPDATE: {
    label: 'WINDOW_UPDATE frame',
    text: 'Allows the other side to send more data, on one stream or, with stream 0, on the whole connection.',
  },
  CONTINUATION: {
    label: 'CONTINUATION frame',
    text: 'The next piece of a field block for which one frame was too small. No other frame may come in between.',
  },
  'frame of an unknown type': {
    label: 'frame of an unknown type',
    text: 'HTTP/2 does not define this type. Receivers ignore such frames, so that extensions are possible.',
  },
  'payload of an unknown type': { label: 'payload', text: '{length} bytes whose meaning only an extension knows.' },
  'Pad Length': { label: 'pad length', text: '{value} bytes of padding stand at the end of the frame.' },
  Data: { label: 'data', text: '{length} bytes of the body. HTTP/2 carries them without looking inside.' },
  Padding: {
    label: 'padding',
    text: '{length} bytes without a meaning, usually zeros. They hide how long the content is from whoever listens.',
  },
  'Stream Dependency': {
    label: 'stream dependency',
    text: 'The stream on which this one depends. The scheme is no longer in use.',
  },
  Exclusive: {
    label: 'exclusive',
    text: '1 when this stream should come between the other one and all that depend on it.',
  },
  Weight: { label: 'weight', text: 'The share of the stream beside others, less one: 0 stands for 1, 255 for 256.' },
  'Field Block Fragment': {
    label: 'field block fragment',
    text: '{length} bytes of header fields, compressed with HPACK. When the block goes on in CONTINUATION frames, it is shown in one piece with the last of them.',
  },
  'Error Code': {
    label: 'error code',
    text: '{value}. 0 is no error, 1 PROTOCOL_ERROR, 2 INTERNAL_ERROR, 3 FLOW_CONTROL_ERROR, 5 STREAM_CLOSED, 6 FRAME_SIZE_ERROR, 7 REFUSED_STREAM, 8 CANCEL, 9 COMPRESSION_ERROR, 11 ENHANCE_YOUR_CALM.',
  },
  Identifier: { label: 'identifier', text: 'The number of the setting: {value}.' },
  Value: { label: 'value', text: 'The value of the setting: {value}.' },
  SETTINGS_HEADER_TABLE_SIZE: {
    label: 'header table size',
    text: 'How many bytes of memory the sender spends on HPACK’s dynamic table as a decoder. It is 4096 unless set.',
  },
  SETTINGS_ENABLE_PUSH: { label: 'enable push', text: '0 when the sender wants no PUSH_PROMISE. It is 1 unless set.' },
  SETTINGS_MAX_CONCURRENT_STREAMS: {
    label: 'maximum of concurrent streams',
    text: 'How many streams the other side may have open at once.',
  },
  SETTINGS_INITIAL_WINDOW_SIZE: {
    label: 'initial window size',
    text: 'How many bytes of data the other side may send on each stream before it needs a WINDOW_UPDATE. It is 65535 unless set.',
  },
  SETTINGS_MAX_FRAME_SIZE: {
    label: 'maximum frame size',
    text: 'The largest payload of a frame that the sender takes, in bytes. It is 16384 unless set.',
  },
  SETTINGS_MAX_HEADER_LIST_SIZE: {
    label: 'maximum header list size',
    text: 'How many bytes of header fields, before compression, the sender takes.',
  },
  GRPC_ALLOW_TRUE_BINARY_METADATA: {
    label: 'gRPC: true binary metadata',
    text: 'A setting of gRPC’s own: 1 when the sender takes binary metadata as they are, without base64.',
  },
  'unknown setting': { label: 'unknown setting', text: 'HTTP/2 does not define this setting. Receivers ignore it.' },
  'Promised Stream ID': {
    label: 'promised stream',
    text: 'The stream on which the promised response will come. Servers use even numbers.',
  },
  'Opaque Data': {
    label: 'opaque data',
    text: 'Eight bytes of the sender’s choice; the answer repeats them.',
  },
  'Last-Stream-ID': {
    label: 'last stream',
    text: 'The highest stream that the sender has taken up. What was begun after it may be tried again elsewhere.',
  },
  'Additional Debug Data': { label: 'debug data', text: 'A note for people who look for the cause.' },
  'Window Size Increment': {
    label: 'window size increment',
    text: 'So many bytes of data more may be sent.',
  },
} satisfies FormatTexts;
