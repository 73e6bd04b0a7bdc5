// The server stub's end of a connection, for both flavours: requests in, replies out.
import type { MessageReader } from '../../wire/http1/message-reader';
import type { HttpMessage } from '../../wire/http1/read-message';
import { keyed } from '../idempotency-key';
import type { Incoming, Request, ServerConnection, SessionContext } from '../protocol';
import type { Body } from './body';
import { pythonReply } from './http';
import { nodeFlavour } from './node';
import { PythonDispatcher } from './python-dispatcher';
import { pythonRefusals } from './python-parts';
import { pythonCall } from './python-request';
import { isUsual } from './python-usual-request';
import { requestReader } from './request-reader';
import { type Settings, settings } from './settings';

/** A server for `context`. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const chosen = settings(context.options);
  if (chosen.server === 'python') return { accept: () => new PythonServer(context, chosen) };
  const { server } = nodeFlavour.get();
  return { accept: () => server(context) };
}

/** SimpleXMLRPCServer. It answers everything, even what it cannot read, with a fault. */
class PythonServer implements ServerConnection {
  private readonly reader: MessageReader<Body>;

  constructor(
    private readonly context: SessionContext,
    private readonly chosen: Settings,
  ) {
    this.reader = requestReader(context, 'python');
  }

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.reader.push(octets).map(message => this.incoming(message));
  }

  private incoming(message: HttpMessage<Body>): Incoming<Request> {
    const { head, pdu } = message;
    const { http, nil } = this.chosen;
    if (!head || !isUsual(head)) {
      const { pythonRefusal, pythonRefusalReply } = pythonRefusals.get();
      const refusal = pythonRefusal(message);
      const reply = () => refusal && pythonRefusalReply(refusal, http, this.context.now());
      if (refusal || !head) return { pdu, content: { invocations: [], reply } };
    }
    const dispatch = new PythonDispatcher(this.context.service, nil).dispatch(pythonCall(message));
    const request: Request = {
      invocations: dispatch.invocations,
      reply: outcomes => pythonReply(head, http, this.context.now(), dispatch.reply(outcomes)),
    };
    return { pdu, content: keyed(request, head) };
  }
}
