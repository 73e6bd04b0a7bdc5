// Takes a recorded stream apart without interface or options.
import type { Pdu } from '../../wire/bytes/pdu';
import { MessageSplitter } from '../../wire/dubbo/message-splitter';
import type { StreamDissector } from '../protocol';
import { readMessage, readRest } from './message';

/** A dissector of a stream in either direction: the header says what a message is. */
export function dissect(): StreamDissector {
  const splitter = new MessageSplitter();
  return {
    push: octets => splitter.push(octets).map(({ bytes, header }) => readMessage(bytes, header).pdu),
    end: (): Pdu[] => (splitter.rest.length > 0 ? [readRest(splitter.rest)] : []),
  };
}
