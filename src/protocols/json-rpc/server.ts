// The server stub: request texts become calls of the local service, outcomes become response texts. As npm jayson 5.0.0's Server.
import type { Incoming, Outgoing, Request, ServerConnection, SessionContext } from '../protocol';
import { type Dispatch, dispatch } from './dispatch';
import { HttpServerTransport } from './http-transport';
import { writeResponses } from './response-text';
import { type Settings, settings } from './settings';
import { TcpServerTransport } from './tcp-transport';
import type { RequestMessage, ServerTransport } from './transport';

/** A server of `context`'s service. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const chosen = settings(context.options);
  const transport = () =>
    chosen.transport === 'http' ? new HttpServerTransport(context.now) : new TcpServerTransport(chosen.serverVersion);
  return { accept: () => new JsonRpcServer(context, chosen, transport()) };
}

type Outcomes = Parameters<Request['reply']>[0];

class JsonRpcServer implements ServerConnection {
  constructor(
    private readonly context: SessionContext,
    private readonly chosen: Settings,
    private readonly transport: ServerTransport,
  ) {}

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.transport.receive(octets).map(message => ({ pdu: message.pdu, content: this.requestOf(message) }));
  }

  /** jayson answers everything by itself that is no valid request for a method it has: then nothing is invoked. */
  private requestOf(message: RequestMessage): Request {
    const { content } = message;
    if (!content || 'problem' in content) return { invocations: [], reply: () => message.refuse() };
    const plan = dispatch(content.value, this.context.service, this.chosen.serverVersion);
    const request = {
      invocations: plan.invocations,
      reply: (outcomes: Outcomes) => this.reply(message, plan, outcomes),
    };
    return message.keyed?.(request) ?? request;
  }

  private reply(message: RequestMessage, plan: Dispatch, outcomes: Outcomes): Outgoing | undefined {
    const responses = plan.respond(outcomes);
    return message.answer(responses && (json => writeResponses(json, responses, this.chosen.serverVersion)));
  }
}
