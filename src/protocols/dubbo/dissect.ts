// Takes a recorded stream apart without interface or options.
import { MessageSplitter } from '../../wire/dubbo/message-splitter';
import type { Dissected, StreamDissector } from '../protocol';
import { type Message, readMessage, readRest } from './message';
import { statementOf } from './statement';

/** A dissector of a stream in either direction: the header says what a message is. */
export function dissect(): StreamDissector {
  const splitter = new MessageSplitter();
  const dissected = (message: Message): Dissected => ({ pdu: message.pdu, says: statementOf(message) });
  return {
    push: octets => splitter.push(octets).map(({ bytes, header }) => dissected(readMessage(bytes, header))),
    end: () => (splitter.rest.length > 0 ? [{ pdu: readRest(splitter.rest), says: undefined }] : []),
  };
}
