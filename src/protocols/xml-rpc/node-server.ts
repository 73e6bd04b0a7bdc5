// The server stub's end of a connection as npm xmlrpc 1.3.2 has it: lib/server.js on Node 20.
import type { Outcome } from '../../idl/value';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Field, Head } from '../../wire/http1/head';
import { httpDate } from '../../wire/http1/http-date';
import type { MessageReader } from '../../wire/http1/message-reader';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import { httpMessage } from '../../wire/http1/write-message';
import { keyed } from '../idempotency-key';
import type { Incoming, Outgoing, Request, ServerConnection, SessionContext } from '../protocol';
import type { Body } from './body';
import { whole } from './http';
import { NodeMarshaller } from './node-marshaller';
import { requestReader } from './request-reader';

/** npm xmlrpc's server. What it cannot read and what nobody listens for is "404 Not Found". */
export class NodeServer implements ServerConnection {
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
    const reply = ([outcome]: readonly Outcome[]): Outgoing => {
      const writer = new ByteWriter();
      const marshaller = new NodeMarshaller(writer);
      if (outcome.kind === 'returned') marshaller.response(method.name, { value: outcome.value, type: method.result });
      else marshaller.fault(...nodeFault(outcome.error));
      return nodeReply(now(), writer);
    };
    return keyed({ invocations: [{ method: content.method, args: content.args }], reply }, head);
  }
}

/** The fault that the service hands to its callback; of an exception it makes one, as the server's program shows. */
function nodeFault({ code, message, exception }: Extract<Outcome, { kind: 'threw' }>['error']): [number, string] {
  return [code ?? 1, exception ? `${exception}: ${message}` : message];
}

/** The reply of npm xmlrpc's server: Node sends it in chunks because the program gives no length. */
function nodeReply(now: number, body: ByteWriter): Outgoing {
  const fields: Field[] = [['Content-Type', 'text/xml'], ...nodeFields(now)];
  const head: Head = { kind: 'response', version: '1.1', status: 200, reason: 'OK', fields };
  return whole(httpMessage(head, { octets: body, chunked: true }).pdu, false);
}

/** What npm xmlrpc's server answers when nobody listens for the method, or when it cannot read the call. */
function nodeNotFound(now: number): Outgoing {
  const head: Head = { kind: 'response', version: '1.1', status: 404, reason: 'Not Found', fields: nodeFields(now) };
  return whole(httpMessage(head, { octets: new ByteWriter(), chunked: true }).pdu, false);
}

/** Node's own answer to what is no HTTP. */
function nodeBadRequest(): Outgoing {
  const fields: Field[] = [['Connection', 'close']];
  return whole(httpMessage({ kind: 'response', version: '1.1', status: 400, reason: 'Bad Request', fields }).pdu, true);
}

function nodeFields(now: number): Field[] {
  return [
    ['Date', httpDate(now)],
    ['Connection', 'keep-alive'],
    ['Keep-Alive', 'timeout=5'],
    ['Transfer-Encoding', 'chunked'],
  ];
}
