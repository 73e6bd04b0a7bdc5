// The fields of Thrift's framed transport explained in English. The source is doc/specs/thrift-rpc.md.
import type { FormatTexts } from '../../../bytes/explanation';

export const en = {
  frame: {
    label: 'frame',
    text: 'One message with its length in front. A server can wait until a whole message is there before it looks into it.',
  },
  length: {
    label: 'frame length',
    text: 'The message that follows takes {value} bytes. These four bytes are not counted.',
  },
} satisfies FormatTexts;
