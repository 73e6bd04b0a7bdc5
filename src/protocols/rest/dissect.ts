// Takes a recorded stream apart without interface or options.
import { httpDissector } from '../http-dissector';
import type { StreamDissector } from '../protocol';
import { REPLY_BODY, REQUEST_BODY } from './body';
import { replyStatement, requestStatement } from './statement';

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  return direction === 'c2s'
    ? httpDissector(direction, REQUEST_BODY, requestStatement)
    : httpDissector(direction, REPLY_BODY, replyStatement);
}
