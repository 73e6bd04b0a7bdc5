// Takes a recorded stream apart without interface or options: fields are called by their ids.
import type { StreamDissector } from '../protocol';
import { detectForm, ENOUGH } from './detect';
import { MessageSplitter } from './message-splitter';
import { endOf, type Form, readMessage } from './messages';

/** A dissector of a stream, whichever its direction. */
export function dissect(): StreamDissector {
  let begin = new Uint8Array();
  let known: { form: Form; splitter: MessageSplitter } | undefined;
  const detect = () => {
    const form = detectForm(begin);
    return { form, splitter: new MessageSplitter(endOf(form)) };
  };
  const read = (message: Uint8Array) => readMessage(known!.form, message, () => undefined).pdu;
  return {
    push(octets) {
      if (known) return known.splitter.push(octets).map(read);
      begin = new Uint8Array([...begin, ...octets]);
      if (begin.length < ENOUGH) return [];
      known = detect();
      return known.splitter.push(begin).map(read);
    },
    end() {
      if (!known && begin.length > 0) {
        known = detect();
        known.splitter.push(begin);
      }
      const rest = known?.splitter.rest ?? begin;
      return rest.length > 0 ? [read(rest)] : [];
    },
  };
}
