// Takes a recorded stream apart without interface or options: fields are called by their ids.
import type { Dissected, StreamDissector } from '../protocol';
import { detectForm, ENOUGH } from './detect';
import { MessageSplitter } from './message-splitter';
import { endOf, type Form, readMessage } from './messages';
import { bodyOf, statementOf } from './statement';

/** A dissector of a stream, whichever its direction. */
export function dissect(): StreamDissector {
  let begin = new Uint8Array();
  let known: { form: Form; splitter: MessageSplitter } | undefined;
  const detect = () => {
    const form = detectForm(begin);
    return { form, splitter: new MessageSplitter(endOf(form)) };
  };
  const read = (message: Uint8Array): Dissected => {
    const { pdu, content } = readMessage(known!.form, message, bodyOf);
    return { pdu, says: statementOf(content) };
  };
  return {
    push(octets) {
      if (known) return known.splitter.push(octets).map(read);
      begin = new Uint8Array([...begin, ...octets]);
      if (begin.length < ENOUGH) return [];
      known = detect();
      return known.splitter.push(begin).map(read);
    },
    end() {
      if (begin.length === 0) return [];
      // A stream too short to have been looked at may hold whole messages all the same.
      const isShort = !known;
      known ??= detect();
      const messages = isShort ? known.splitter.push(begin) : [];
      const { rest } = known.splitter;
      return [...messages, ...(rest.length > 0 ? [rest] : [])].map(read);
    },
  };
}
