// gRPC's fields explained in English.
import type { FormatTexts } from '../../../wire/bytes/explanation';

export const en = {
  'Length-Prefixed-Message': {
    label: 'length-prefixed message',
    text: 'One message behind five bytes of gRPC’s own. DATA frames may cut the stream anywhere, so the length tells where a message ends.',
  },
  'Compressed-Flag': {
    label: 'compressed flag',
    text: '{value}. 0: the message is as it was encoded. 1: it is compressed as the header grpc-encoding says.',
  },
  'Message-Length': {
    label: 'message length',
    text: 'The message has {value} bytes, as a big-endian number of 32 bits. These five bytes in front do not count.',
  },
  Message: {
    label: 'message',
    text: 'What the stub has encoded, here with Protocol Buffers. gRPC itself does not look into it.',
  },
  'inflated message': {
    label: 'inflated message',
    text: 'What the compressed message stands for: {length} bytes, as if they had been sent without compression.',
  },
  'compressed message': {
    label: 'compressed message',
    text: 'A message of {length} bytes in a compression that is not read here: its fields are not to be seen.',
  },
} satisfies FormatTexts;
