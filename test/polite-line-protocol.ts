// The line protocol with all that a conversation can have besides calls: both sides greet, the client waits for the greeting and keeps
// to a window of octets that the server opens again, and says goodbye before it closes.
import type { ClientConnection, Incoming, Outgoing, Protocol, ServerConnection } from '../src/protocols/protocol';
import { lineOf, lineProtocol } from './line-protocol';

/** Octets of a message that may be under way before the server has said `go`. */
const WINDOW = 4;

export const politeLineProtocol: Protocol = {
  ...lineProtocol,
  openClient: context => {
    const { connect } = lineProtocol.openClient(context);
    return { connect: () => politeClient(connect()) };
  },
  openServer: context => {
    const { accept } = lineProtocol.openServer(context);
    return { accept: () => politeServer(accept()) };
  },
};

function politeClient(inner: ClientConnection): ClientConnection {
  let isGreeted = false;
  let window = WINDOW;
  const lines = lineSplitter();
  return {
    ...inner,
    opening: () => control('hello'),
    isReady: () => isGreeted,
    mayWrite: ({ writes }, write) => writes[write] <= window,
    farewell: () => [control('bye')],
    receive: octets =>
      lines.push(octets).flatMap((text): ReturnType<ClientConnection['receive']> => {
        const pdu = lineOf(text);
        if (text === 'welcome') isGreeted = true;
        if (text === 'go') window = Number.POSITIVE_INFINITY;
        if (text === 'welcome') return [{ pdu, content: undefined, answers: [control('thanks')] }];
        if (text === 'go') return [{ pdu, content: undefined }];
        window = WINDOW;
        return inner.receive(pdu.bytes);
      }),
  };
}

function politeServer(inner: ServerConnection): ServerConnection {
  const lines = lineSplitter();
  return {
    opening: () => control('welcome'),
    receive: octets => {
      const complete = lines
        .push(octets)
        .flatMap((text): Incoming<never>[] | ReturnType<ServerConnection['receive']> =>
          ['hello', 'thanks', 'bye'].includes(text)
            ? [{ pdu: lineOf(text), content: undefined }]
            : inner.receive(lineOf(text).bytes),
        );
      if (lines.isComplete()) return complete;
      // Nothing of the part is counted as read: its line will be, as a whole.
      const part = { ...lineOf(''), bytes: new Uint8Array() };
      return [...complete, { pdu: part, content: undefined, isPart: true, answers: [control('go')] }];
    },
  };
}

function control(text: string): Outgoing {
  const pdu = { ...lineOf(text), title: text };
  return { pdu, writes: [pdu.bytes.length], close: false };
}

function lineSplitter() {
  let rest = '';
  return {
    push(octets: Uint8Array): string[] {
      const lines = (rest + new TextDecoder().decode(octets)).split('\n');
      rest = lines.pop() ?? '';
      return lines;
    },
    isComplete: () => rest === '',
  };
}
