// Takes a recorded stream apart without interface or options.
import { MessageReader } from '../../wire/http1/message-reader';
import type { StreamDissector } from '../protocol';
import { REPLY_BODY, REQUEST_BODY } from './body';

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  const reader =
    direction === 'c2s' ? new MessageReader('request', REQUEST_BODY) : new MessageReader('response', REPLY_BODY);
  return {
    push: octets => reader.push(octets).map(({ pdu }) => pdu),
    end: () => reader.end().map(({ pdu }) => pdu),
  };
}
