// Between the stubs of a protocol that knows plain types only and a service that has others: each value is converted on its way.
import { fromPlain, plainInterface, toPlain } from '../idl/plain';
import { ANY, type ServiceInterface } from '../idl/types';
import type { Outcome, Value } from '../idl/value';
import type {
  Call,
  ClientConnection,
  CodeContext,
  Incoming,
  Protocol,
  Reply,
  Request,
  ServerConnection,
  SessionContext,
} from './protocol';

type Convert = typeof toPlain;

/** Clients of `protocol` for a service with any types. */
export function openPlainClient({ openClient }: Protocol, context: SessionContext): { connect(): ClientConnection } {
  const { service } = context;
  const client = openClient({ ...context, service: plainInterface(service) });
  return { connect: () => new PlainClient(client.connect(), service) };
}

/** Servers of `protocol` for a service with any types. */
export function openPlainServer({ openServer }: Protocol, context: SessionContext): { accept(): ServerConnection } {
  const { service } = context;
  const server = openServer({ ...context, service: plainInterface(service) });
  return { accept: () => new PlainServer(server.accept(), service) };
}

/** What the programs of the code pane are made from, in plain types. */
export function plainCodeContext(context: CodeContext): CodeContext {
  const { service, calls } = context;
  return { ...context, service: plainInterface(service), calls: plainCalls(calls, service) };
}

class PlainClient implements ClientConnection {
  /** The methods of the calls whose replies are awaited, one list for each request. */
  private readonly awaited: (readonly string[])[] = [];

  constructor(
    private readonly connection: ClientConnection,
    private readonly service: ServiceInterface,
  ) {}

  request(calls: readonly Call[], batch: boolean) {
    const outgoing = this.connection.request(plainCalls(calls, this.service), batch);
    this.awaited.push(calls.filter(({ oneway }) => !oneway).map(({ method }) => method));
    return outgoing;
  }

  receive(octets: Uint8Array) {
    return this.connection.receive(octets).map(reply => this.converted(reply));
  }

  end() {
    return this.connection.end().map(reply => this.converted(reply));
  }

  private converted(incoming: Incoming<Reply>): Incoming<Reply> {
    const { content } = incoming;
    const methods = this.awaited.shift() ?? [];
    if (!content || 'code' in content) return incoming;
    return {
      ...incoming,
      content: { outcomes: convertedOutcomes(content.outcomes, methods, this.service, fromPlain) },
    };
  }
}

class PlainServer implements ServerConnection {
  constructor(
    private readonly connection: ServerConnection,
    private readonly service: ServiceInterface,
  ) {}

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.connection.receive(octets).map(incoming => {
      const { content } = incoming;
      return !content || 'code' in content ? incoming : { ...incoming, content: this.converted(content) };
    });
  }

  private converted({ invocations, reply }: Request): Request {
    const methods = invocations.map(({ method }) => method);
    return {
      invocations: invocations.map(invocation => ({
        ...invocation,
        args: convertedArguments(invocation.method, invocation.args, this.service, fromPlain),
      })),
      reply: outcomes => reply(convertedOutcomes(outcomes, methods, this.service, toPlain)),
    };
  }
}

function plainCalls(calls: readonly Call[], service: ServiceInterface): readonly Call[] {
  return calls.map(call => ({ ...call, args: convertedArguments(call.method, call.args, service, toPlain) }));
}

function convertedArguments(
  method: string,
  args: readonly Value[],
  { methods }: ServiceInterface,
  convert: Convert,
): readonly Value[] {
  const params = methods.find(({ name }) => name === method)?.params ?? [];
  return args.map((value, i) => convert(params[i]?.type ?? ANY, value));
}

function convertedOutcomes(
  outcomes: readonly Outcome[],
  called: readonly string[],
  { methods }: ServiceInterface,
  convert: Convert,
): Outcome[] {
  return outcomes.map((outcome, i) => {
    if (outcome.kind === 'threw') return outcome;
    const result = methods.find(({ name }) => name === called[i])?.result ?? ANY;
    return { ...outcome, value: convert(result, outcome.value) };
  });
}
