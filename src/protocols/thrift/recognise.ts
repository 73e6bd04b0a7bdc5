// Tells a Thrift conversation from others by the first message of the client.
import { FRAME_HEADER } from '../../wire/thrift/framed/framed';
import { CALL, ONEWAY } from '../../wire/thrift/message';
import { detectForm, ENOUGH } from './detect';
import { MessageSplitter } from './message-splitter';
import { endOf, readMessage } from './messages';

const SURE = 0.95;
/** The old encoding has no mark of its own. */
const LIKELY = 0.8;
/** A message that has begun as one, though its end was not to be seen. */
const BEGUN = 0.7;
const NAME = /^[A-Za-z_][\w.:]*$/;

/** How sure it is that these octets are Thrift, 0 to 1. */
export function recognise(c2s: Uint8Array): number {
  if (c2s.length < ENOUGH) return 0;
  const { encoding, framed } = detectForm(c2s);
  const begin = framed ? c2s.subarray(FRAME_HEADER) : c2s;
  const form = { encoding, framed: false };
  let named = false;
  const [whole] = new MessageSplitter(endOf(form)).push(begin);
  const { content } = readMessage(form, whole ?? begin, ({ name, type }) => {
    named = NAME.test(name) && (type === CALL || type === ONEWAY);
    return undefined;
  });
  if (!named) return 0;
  if ('code' in content) return whole ? 0 : BEGUN;
  return encoding.format === 'thrift-binary' && begin[0] < 0x80 ? LIKELY : SURE;
}
