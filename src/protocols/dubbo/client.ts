// The client stub: calls become requests, responses become outcomes. As npm dubbo2.js 2.3.9, or npm sofa-rpc-node 2.10.0 with
// dubbo-remoting 2.1.4.
import { ANY, type Method } from '../../idl/types';
import type { Outcome, ServiceError } from '../../idl/value';
import { ProblemError, problem } from '../../problem/problem';
import { HEADER_LENGTH, HESSIAN2 } from '../../wire/dubbo/header';
import { MessageSplitter } from '../../wire/dubbo/message-splitter';
import { HessianObject, type HessianValue } from '../../wire/hessian2/hessian-value';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { type ClientFlavour, dubbo2, sofa } from './client-flavours';
import { JavaTypes } from './java-types';
import { type Message, readMessage, writeHeartbeat, writeMessage } from './message';
import { readValue } from './read-value';
import { type Attachments, IDEMPOTENCY_KEY, writeRequestBody } from './request-body';
import type { ResponseBody } from './response-body';
import { type Settings, settings } from './settings';

/** A client for `context`; request ids count on over its connections. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const chosen = settings(context.options);
  let lastId = 0n;
  const nextId = () => ++lastId;
  return { connect: () => new DubboClient(context, chosen, nextId) };
}

/** A request that waits for its response. */
interface Awaited {
  readonly outgoing: Outgoing;
  readonly method: Method | undefined;
}

class DubboClient implements ClientConnection {
  private readonly splitter = new MessageSplitter();
  /** The requests that wait for a response. */
  private readonly awaited = new Map<bigint, Awaited>();
  private readonly flavour: ClientFlavour;

  constructor(
    private readonly context: SessionContext,
    private readonly chosen: Settings,
    private readonly nextId: () => bigint,
  ) {
    const java = new JavaTypes(context.service.name, chosen.types);
    this.flavour = chosen.client === 'dubbo2' ? dubbo2(java, chosen.dubboVersion) : sofa(java);
  }

  request([{ method: methodName, args, key }]: readonly Call[], batch: boolean): Outgoing {
    if (batch) throw problem('dubbo.no-batch');
    const method = this.context.service.methods.find(({ name }) => name === methodName);
    const { flavour } = this;
    const types = method?.params.map(({ type }) => type) ?? args.map(() => ANY);
    const head = { ...flavour.head, methodName, parameterTypes: flavour.parameterTypes(types, args) };
    const requestId = this.nextId();
    const header = {
      kind: 'request',
      twoWay: true,
      event: false,
      serialization: HESSIAN2,
      status: 0,
      requestId,
    } as const;
    const write = (hessian: Parameters<typeof writeRequestBody>[0]) => {
      const writeArguments = () => {
        for (let i = 0; i < args.length; i++) flavour.writeArgument(hessian, types[i], args[i], i);
      };
      writeRequestBody(hessian, head, writeArguments, [...flavour.attachments, ...attachmentOf(key)]);
    };
    const outgoing = writeMessage(header, write, methodName);
    this.awaited.set(requestId, { outgoing, method });
    return outgoing;
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.splitter.push(octets).map(({ bytes, header }) => this.incoming(readMessage(bytes, header)));
  }

  end(): Incoming<Reply>[] {
    return [];
  }

  /** Simplified: the peers ask whether the other side is alive when a connection has been idle, dubbo2.js after three minutes. */
  farewell(): readonly Outgoing[] {
    if (!this.chosen.heartbeat) return [];
    const requestId = this.chosen.client === 'dubbo2' ? 0n : this.nextId();
    return [writeHeartbeat({ kind: 'request', twoWay: true, status: 0, requestId })];
  }

  private incoming({ pdu, header, body }: Message): Incoming<Reply> {
    if ('code' in header) return { pdu, content: header };
    const awaited = header.kind === 'response' && !header.event && this.awaited.get(header.requestId);
    if (!awaited) return { pdu, content: undefined };
    this.awaited.delete(header.requestId);
    const { outgoing: to, method } = awaited;
    if ('code' in body) return { pdu, content: body, to };
    try {
      return { pdu, content: { outcomes: [this.outcomeOf(body as ResponseBody, method, pdu.bytes)] }, to };
    } catch (error) {
      if (error instanceof ProblemError) return { pdu, content: error.problem, to };
      throw error;
    }
  }

  private outcomeOf(body: ResponseBody, method: Method | undefined, bytes: Uint8Array): Outcome {
    switch (body.type) {
      case 'value':
        return { kind: 'returned', value: readValue(method?.result ?? ANY, body.value) };
      case 'exception':
        return { kind: 'threw', error: errorOf(body.exception) };
      case 'message': {
        const message = this.flavour.errorMessage(body.message, bytes.subarray(HEADER_LENGTH));
        return { kind: 'threw', error: { exception: 'Error', message } };
      }
    }
  }
}

function attachmentOf(key: string | undefined): Attachments {
  return key === undefined ? [] : [[IDEMPOTENCY_KEY, key]];
}

/** An object of Java has its class and the field `detailMessage`; apache-dubbo-service sends the message alone. */
export function errorOf(exception: HessianValue): ServiceError {
  if (!(exception instanceof HessianObject)) return { exception: 'Error', message: String(exception) };
  const { definition, values } = exception;
  const message = values[definition.fields.indexOf('detailMessage')];
  return { exception: definition.name, message: typeof message === 'string' ? message : '' };
}
