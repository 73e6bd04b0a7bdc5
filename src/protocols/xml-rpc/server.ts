// The server stub's end of a connection, for both flavours: requests in, replies out.
import type { Outcome } from '../../idl/value';
import type { Head } from '../../wire/http1/head';
import { MessageReader } from '../../wire/http1/message-reader';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import type { Incoming, Outgoing, Request, ServerConnection, SessionContext } from '../protocol';
import { type Body, bodyFormat, unexpectedDocument, writeDocument } from './body';
import { nodeBadRequest, nodeNotFound, nodeReply, pythonRefusalReply, pythonReply } from './http';
import { PythonDispatcher } from './python-dispatcher';
import { pythonRefusal } from './python-refusal';
import { type Settings, settings } from './settings';

/** A server for `context`. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const chosen = settings(context.options);
  return {
    accept: () => (chosen.server === 'python' ? new PythonServer(context, chosen) : new NodeServer(context)),
  };
}

/** Reads requests whose arguments have the types of the interface. */
function requestReader({ service }: SessionContext, flavour: Settings['server']): MessageReader<Body> {
  const params = (method: string) =>
    service.methods.find(({ name }) => name === method)?.params.map(({ type }) => type) ?? [];
  const types = { params, result: { kind: 'any' } } as const;
  return new MessageReader('request', bodyFormat(flavour, types));
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
    const { head, content, pdu } = message;
    const { http, nil } = this.chosen;
    const refusal = pythonRefusal(message);
    if (refusal || !head)
      return {
        pdu,
        content: { invocations: [], reply: () => refusal && pythonRefusalReply(refusal, http, this.context.now()) },
      };
    const dispatcher = new PythonDispatcher(this.context.service, nil);
    const fault = content === undefined ? unexpectedDocument('methodCall') : content;
    const dispatch = dispatcher.dispatch(
      isProblem(fault) ? fault : fault.kind === 'call' ? fault : unexpectedDocument('methodCall'),
    );
    return {
      pdu,
      content: {
        invocations: dispatch.invocations,
        reply: outcomes => pythonReply(head, http, this.context.now(), dispatch.reply(outcomes)),
      },
    };
  }
}

/** npm xmlrpc's server. What it cannot read and what nobody listens for is "404 Not Found". */
class NodeServer implements ServerConnection {
  private readonly reader: MessageReader<Body>;

  constructor(private readonly context: SessionContext) {
    this.reader = requestReader(context, 'node');
  }

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.reader.push(octets).map(({ head, content, pdu }) => ({ pdu, content: this.request(head, content) }));
  }

  private request(head: Head | undefined, content: HttpMessage<Body>['content']): Request {
    const now = () => this.context.now();
    if (!head) return { invocations: [], reply: () => nodeBadRequest() };
    if (content === undefined || isProblem(content) || content.kind !== 'call')
      return { invocations: [], reply: () => nodeNotFound(now()) };
    const method = this.context.service.methods.find(({ name }) => name === content.method);
    if (!method) return { invocations: [], reply: () => nodeNotFound(now()) };
    const reply = ([outcome]: readonly Outcome[]): Outgoing =>
      nodeReply(
        now(),
        writeDocument('node', true, marshaller => {
          if (outcome.kind === 'returned')
            marshaller.response(method.name, { value: outcome.value, type: method.result });
          else marshaller.fault(...nodeFault(outcome.error));
        }),
      );
    return { invocations: [{ method: content.method, args: content.args }], reply };
  }
}

/** The fault that the service hands to its callback; of an exception it makes one, as the server's program shows. */
function nodeFault({ code, message, exception }: Extract<Outcome, { kind: 'threw' }>['error']): [number, string] {
  return [code ?? 1, exception ? `${exception}: ${message}` : message];
}
