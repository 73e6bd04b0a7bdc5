// The client stub: calls become request texts, response texts become outcomes. As npm jayson 5.0.0's Client.
import { ANY, type Type } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { ProblemError, problem } from '../../problem/problem';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { HttpClientTransport } from './http-transport';
import { counterIds, type IdSource, uuidIds } from './ids';
import { outcomesOf, type PendingCall } from './outcomes';
import { type RequestObject, writeRequests } from './request-text';
import { type Settings, settings } from './settings';
import { TcpClientTransport } from './tcp-transport';
import type { ClientTransport, ResponseMessage } from './transport';

/** A request that waits for its response. */
interface Exchange {
  readonly calls: readonly PendingCall[];
  readonly batch: boolean;
}

/** A client for `context`; ids count on over its connections. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const chosen = settings(context.options);
  const nextId = chosen.ids === 'counter' ? counterIds() : uuidIds(context.random);
  const transport = () =>
    chosen.transport === 'http'
      ? new HttpClientTransport(context.authority, chosen.agent === 'keep-alive')
      : new TcpClientTransport();
  return { connect: () => new JsonRpcClient(context, chosen, nextId, transport()) };
}

class JsonRpcClient implements ClientConnection {
  private readonly exchanges: Exchange[] = [];

  constructor(
    private readonly context: SessionContext,
    private readonly chosen: Settings,
    private readonly nextId: IdSource,
    private readonly transport: ClientTransport,
  ) {}

  request(calls: readonly Call[], batch: boolean): Outgoing {
    const { version } = this.chosen;
    if (batch && version === '1.0') throw problem('json-rpc.no-batch');
    const requests = calls.map(call => this.requestOf(call));
    // jayson awaits a response to every batch, even to one of notifications.
    const last = !batch && requests[0].id === undefined;
    const outgoing = this.transport.request(json => writeRequests(json, requests, batch, version), last, calls);
    this.exchanges.push({ calls: this.pendingOf(requests), batch });
    return outgoing;
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.transport.receive(octets).map(message => this.replyOf(message));
  }

  end(): Incoming<Reply>[] {
    return this.transport.end().map(message => this.replyOf(message));
  }

  private requestOf({ method, args, named, oneway }: Call): RequestObject {
    const params = named ? new Map(args.map((arg, i) => [this.parameterName(method, i), arg])) : args;
    return oneway ? { method, params } : { method, params, id: this.nextId() };
  }

  private parameterName(method: string, index: number): string {
    return this.methodOf(method)?.params[index]?.name ?? String(index);
  }

  private pendingOf(requests: readonly RequestObject[]): PendingCall[] {
    return requests.flatMap(({ method, id }) => (id === undefined ? [] : [{ id, result: this.resultOf(method) }]));
  }

  private resultOf(method: string): Type {
    return this.methodOf(method)?.result ?? ANY;
  }

  private methodOf(method: string) {
    return this.context.service.methods.find(({ name }) => name === method);
  }

  private replyOf({ pdu, content }: ResponseMessage): Incoming<Reply> {
    const { calls, batch } = this.exchanges.shift() ?? { calls: [], batch: false };
    if ('problem' in content) return { pdu, content: content.problem };
    if ('empty' in content) return { pdu, content: { outcomes: [] } };
    if ('status' in content) return { pdu, content: { outcomes: calls.map(() => refused(content)) } };
    try {
      return { pdu, content: { outcomes: outcomesOf(content.value, calls, batch) } };
    } catch (error) {
      if (error instanceof ProblemError) return { pdu, content: error.problem };
      throw error;
    }
  }
}

/** jayson gives the callback an Error with the status as its code and the body as its message. */
function refused({ status, reason }: { status: number; reason: string }): Outcome {
  return { kind: 'threw', error: { code: status, message: reason } };
}
