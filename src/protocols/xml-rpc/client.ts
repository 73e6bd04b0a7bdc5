// The client stub: calls become requests, responses become outcomes. As xmlrpc.client.ServerProxy, or npm xmlrpc's Client.
import { ANY, type Method, type Type, VOID } from '../../idl/types';
import { Dynamic, type Outcome, type Value } from '../../idl/value';
import { type Problem, ProblemError, problem } from '../../problem/problem';
import type { Head } from '../../wire/http1/head';
import { MessageReader } from '../../wire/http1/message-reader';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import { keyFields } from '../idempotency-key';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { type Body, bodyFormat, unexpectedDocument } from './body';
import { postRequest } from './http';
import type { Argument } from './marshaller';
import { multicallOutcomes, multicallValue } from './multicall';
import { MULTICALL } from './part-keys';
import { type Settings, settings } from './settings';
import { writeDocument } from './write-document';

/** What a request waits for: the result of one call, or those of a multicall. */
interface Expected {
  readonly calls: readonly Call[];
  readonly batch: boolean;
  readonly type: Type;
  /** The method of the document. */
  readonly method: string;
}

/** A client for `context`. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const chosen = settings(context.options);
  return { connect: () => new XmlRpcClient(context, chosen) };
}

class XmlRpcClient implements ClientConnection {
  private readonly expected: Expected[] = [];
  private readonly reader: MessageReader<Body>;

  constructor(
    private readonly context: SessionContext,
    private readonly chosen: Settings,
  ) {
    this.reader = new MessageReader('response', () => {
      const { type = ANY, method } = this.expected[0] ?? {};
      return bodyFormat(chosen.client, { params: () => [], result: type, method });
    });
  }

  request(calls: readonly Call[], batch: boolean): Outgoing {
    const { client, nil } = this.chosen;
    if (batch && client === 'node') throw problem('xml-rpc.no-multicall');
    const body = writeDocument(client, nil, marshaller => {
      if (batch) marshaller.methodCall(MULTICALL, [{ value: multicallValue(calls, this.methods), type: ANY }]);
      else marshaller.methodCall(calls[0].method, this.argumentsOf(calls[0]));
    });
    const method = batch ? MULTICALL : calls[0].method;
    this.expected.push({ calls, batch, method, type: batch ? ANY : (this.methodOf(calls[0])?.result ?? ANY) });
    return postRequest(client, this.context.authority, body, keyFields(calls));
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.reader.push(octets).map(message => this.incoming(message));
  }

  end(): Incoming<Reply>[] {
    return this.reader.end().map(message => this.incoming(message));
  }

  private get methods(): readonly Method[] {
    return this.context.service.methods;
  }

  private methodOf({ method }: Call): Method | undefined {
    return this.methods.find(({ name }) => name === method);
  }

  private argumentsOf(call: Call): Argument[] {
    const params = this.methodOf(call)?.params ?? [];
    return call.args.map((value, i) => ({ value, type: params[i]?.type ?? ANY, name: params[i]?.name }));
  }

  private incoming({ head, content, pdu }: HttpMessage<Body>): Incoming<Reply> {
    const expected = this.expected.shift();
    if (!expected) return { pdu, content: { outcomes: [] } };
    try {
      const outcomes = this.outcomes(head, content, expected);
      return { pdu, content: Array.isArray(outcomes) ? { outcomes } : outcomes };
    } catch (error) {
      if (error instanceof ProblemError) return { pdu, content: error.problem };
      throw error;
    }
  }

  private outcomes(
    head: Head | undefined,
    content: Body | Problem | undefined,
    expected: Expected,
  ): Outcome[] | Problem {
    if (head?.kind === 'response' && this.refuses(head.status)) return expected.calls.map(() => this.refusal(head));
    if (isProblem(content)) return content;
    if (content === undefined || content.kind === 'call' || content.kind === 'other')
      return unexpectedDocument('methodResponse');
    if (content.kind === 'fault') {
      const { code, text } = content;
      return expected.calls.map(() => ({ kind: 'threw', error: { code, message: text } }));
    }
    if (expected.batch) return multicallOutcomes(content.value, expected.calls, this.methods);
    return [{ kind: 'returned', value: resultOf(content.value, expected.type) }];
  }

  /** Python takes nothing but 200 for success; npm xmlrpc reads every answer but 404. */
  private refuses(status: number): boolean {
    return this.chosen.client === 'python' ? status !== 200 : status === 404;
  }

  private refusal(head: Head & { kind: 'response' }): Outcome {
    if (this.chosen.client === 'node') return { kind: 'threw', error: { exception: 'Error', message: 'Not Found' } };
    const message = `<ProtocolError for ${this.context.authority}/RPC2: ${head.status} ${head.reason}>`;
    return { kind: 'threw', error: { exception: 'xmlrpc.client.ProtocolError', message } };
  }
}

/** A method without a result gives null, whatever the peer wrote for it. */
function resultOf(value: Value, type: Type): Value {
  return type.kind === VOID.kind && value instanceof Dynamic && value.value === null ? null : value;
}
