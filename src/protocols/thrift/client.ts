// The client stub: calls become messages, replies become outcomes. As the code that Thrift's compiler generates.
import type { Outcome } from '../../idl/value';
import type { Problem } from '../../problem/problem';
import { type Body, CALL, EXCEPTION, type Message, type MessageHeader, ONEWAY } from '../../wire/thrift/message';
import type { ThriftFields } from '../../wire/thrift/schema';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { MessageSplitter } from './message-splitter';
import { endOf, type Form, formOf, outgoing, readMessage } from './messages';
import { methodsOf, type ServedMethod } from './methods';
import { type Settings, settings } from './settings';
import { APPLICATION_EXCEPTION, exceptionField, SUCCESS } from './structs';
import { clientStyle, losesBools } from './style';
import { fromThrift, toThrift } from './values';

/** The type of a TApplicationException that the client throws when a result holds nothing. */
const MISSING_RESULT = 5;

/** A client for `context`. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const chosen = settings(context.options);
  const methodNamed = methodsOf(context.service);
  return { connect: () => new ThriftClient(chosen, methodNamed) };
}

class ThriftClient implements ClientConnection {
  private readonly form: Form;
  private readonly splitter: MessageSplitter;
  /** Calls that wait for their replies. */
  private readonly awaited: ServedMethod[] = [];
  private lastSeqId = 0;

  constructor(
    private readonly chosen: Settings,
    private readonly methodNamed: (name: string) => ServedMethod | undefined,
  ) {
    this.form = formOf(chosen);
    this.splitter = new MessageSplitter(endOf(this.form));
  }

  request([call]: readonly Call[]): Outgoing {
    const called = this.methodNamed(call.method)!;
    const { method } = called;
    // A reply that cannot be read is not called for.
    called.result();
    const message: Message = {
      name: call.method,
      type: call.oneway ? ONEWAY : CALL,
      // Python's generated code numbers no calls.
      seqId: this.chosen.client === 'python' ? 0 : ++this.lastSeqId,
      fields: new Map(method.params.map(({ name, type }, i) => [name, toThrift(type, call.args[i])])),
    };
    if (!call.oneway) this.awaited.push(called);
    return { ...outgoing(this.form, message, called.arguments(), clientStyle(this.chosen)), unanswered: call.oneway };
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.splitter.push(octets).map(message => this.replyOf(message));
  }

  end(): Incoming<Reply>[] {
    const { rest } = this.splitter;
    return rest.length > 0 ? [this.replyOf(rest)] : [];
  }

  private replyOf(octets: Uint8Array): Incoming<Reply> {
    const called = this.awaited.shift();
    const { pdu, content } = readMessage(this.form, octets, header => replyBody(header, called));
    return { pdu, content: 'code' in content ? content : this.reply(content, called) };
  }

  private reply({ type, fields }: Message, called: ServedMethod | undefined): Reply | Problem {
    if (!called) return { outcomes: [] };
    return { outcomes: [type === EXCEPTION ? applicationException(fields) : this.outcome(fields, called)] };
  }

  private outcome(fields: ThriftFields, { method: { name, result, throws } }: ServedMethod): Outcome {
    const loses = losesBools(this.chosen, this.chosen.client);
    const success = fields.get(SUCCESS);
    if (success !== undefined) return { kind: 'returned', value: fromThrift(result, success, loses) };
    for (const [i, { type }] of throws.entries()) {
      const thrown = fields.get(exceptionField(i));
      if (thrown === undefined) continue;
      const message = (thrown as ThriftFields).get('message');
      const declared = { type, value: fromThrift(type, thrown, loses) };
      return {
        kind: 'threw',
        error: { exception: type.name, message: typeof message === 'string' ? message : '', declared },
      };
    }
    if (result.kind === 'void') return { kind: 'returned', value: null };
    return {
      kind: 'threw',
      error: { exception: 'TApplicationException', code: MISSING_RESULT, message: `${name} failed: unknown result` },
    };
  }
}

function replyBody({ type }: MessageHeader, called: ServedMethod | undefined): Body | undefined {
  return type === EXCEPTION ? APPLICATION_EXCEPTION : called?.result();
}

export function applicationException(fields: ThriftFields): Outcome {
  const message = fields.get('message');
  const type = fields.get('type');
  return {
    kind: 'threw',
    error: {
      exception: 'TApplicationException',
      ...(typeof type === 'number' && { code: type }),
      message: typeof message === 'string' ? message : '',
    },
  };
}
