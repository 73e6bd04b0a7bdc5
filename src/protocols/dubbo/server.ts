// The server stub: requests become calls of the local service, outcomes become responses. As npm sofa-rpc-node 2.10.0 with
// dubbo-remoting 2.1.4, or npm apache-dubbo-service 0.0.1.
import { ANY } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { type Problem, ProblemError } from '../../problem/problem';
import type { DubboHeader } from '../../wire/dubbo/header';
import { MessageSplitter } from '../../wire/dubbo/message-splitter';
import type { Incoming, Request, ServerConnection, SessionContext } from '../protocol';
import { JavaTypes } from './java-types';
import { type Message, readMessage } from './message';
import { readValue } from './read-value';
import { attachmentIn, IDEMPOTENCY_KEY, type RequestBody } from './request-body';
import { apache, type ServerFlavour, sofa } from './server-flavours';
import { settings } from './settings';

/** A server of `context`'s service. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const { types, server, results } = settings(context.options);
  const java = new JavaTypes(context.service.name, types);
  const flavour = server === 'sofa' ? sofa(java, results) : apache(java, results);
  return { accept: () => new DubboServer(context, flavour) };
}

class DubboServer implements ServerConnection {
  private readonly splitter = new MessageSplitter();

  constructor(
    private readonly context: SessionContext,
    private readonly flavour: ServerFlavour,
  ) {}

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.splitter.push(octets).map(({ bytes, header }) => this.incoming(readMessage(bytes, header)));
  }

  private incoming({ pdu, header, body }: Message): Incoming<Request> {
    if ('code' in body) return { pdu, content: body };
    const known = header as DubboHeader;
    if (body.type === 'event' && known.kind === 'request')
      return { pdu, content: undefined, answers: [this.flavour.heartbeat(known.requestId)] };
    return { pdu, content: body.type === 'request' ? this.requestOf(known, body) : undefined };
  }

  private requestOf({ requestId }: DubboHeader, body: RequestBody): Request | Problem {
    const method = this.context.service.methods.find(({ name }) => name === body.methodName);
    if (!method) return { invocations: [], reply: () => this.flavour.unknownMethod(requestId, body) };
    try {
      const count = this.flavour.countArguments(body.parameterTypes);
      const args = body.args.slice(0, count).map((argument, i) => readValue(method.params[i]?.type ?? ANY, argument));
      const reply = ([outcome]: readonly Outcome[]) => this.flavour.reply(requestId, body, method.result, outcome);
      const key = attachmentIn(body, IDEMPOTENCY_KEY);
      return { invocations: [{ method: method.name, args, ...(key !== undefined && { key }) }], reply };
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  }
}
