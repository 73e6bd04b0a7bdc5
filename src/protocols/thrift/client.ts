// The client stub: calls become messages, replies become outcomes. As the code that Thrift's compiler generates.
import type { Outcome } from '../../idl/value';
import type { Problem } from '../../problem/problem';
import { type Body, CALL, EXCEPTION, type Message, type MessageHeader, ONEWAY } from '../../wire/thrift/message';
import type { ThriftFields } from '../../wire/thrift/schema';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { MessageSplitter } from './message-splitter';
import { endOf, type Form, formOf, outgoing, readMessage } from './messages';
import { methodsOf, type ServedMethod } from './methods';
import { multiplexes, type Settings, settings } from './settings';
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

/** A call that waits for its reply. */
interface Awaited {
  readonly called: ServedMethod;
  readonly seqId: number;
  readonly outgoing: Outgoing;
}

class ThriftClient implements ClientConnection {
  private readonly form: Form;
  private readonly splitter: MessageSplitter;
  /** Calls that wait for their replies, in order. */
  private readonly awaited: Awaited[] = [];
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
    const written = outgoing(this.form, message, called.arguments(), clientStyle(this.chosen));
    const request = { ...written, unanswered: call.oneway };
    if (!call.oneway) this.awaited.push({ called, seqId: message.seqId, outgoing: request });
    return request;
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.splitter.push(octets).map(message => this.replyOf(message));
  }

  end(): Incoming<Reply>[] {
    const { rest } = this.splitter;
    return rest.length > 0 ? [this.replyOf(rest)] : [];
  }

  private replyOf(octets: Uint8Array): Incoming<Reply> {
    let awaited: Awaited | undefined;
    const { pdu, content } = readMessage(this.form, octets, header => {
      awaited ??= this.answeredBy(header);
      return replyBody(header, awaited?.called);
    });
    const to = awaited && { to: awaited.outgoing };
    if (!('code' in content)) return { pdu, content: this.reply(content, awaited?.called), ...to };
    this.remove(awaited ?? this.awaited[0]);
    return { pdu, content, ...to };
  }

  /** npm thrift finds a call by its number; the others have one call under way, and look at no number. */
  private answeredBy({ seqId }: MessageHeader): Awaited | undefined {
    const { awaited, chosen } = this;
    const found = multiplexes(chosen) ? awaited.find(each => each.seqId === seqId) : awaited[0];
    this.remove(found);
    return found;
  }

  private remove(awaited: Awaited | undefined): void {
    const at = awaited ? this.awaited.indexOf(awaited) : -1;
    if (at >= 0) this.awaited.splice(at, 1);
  }

  private reply({ type, fields }: Message, called: ServedMethod | undefined): Reply | Problem | undefined {
    if (!called) return multiplexes(this.chosen) ? undefined : { outcomes: [] };
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
