// The server stub: messages become calls of the local service, outcomes become replies. As the processor that Thrift's compiler generates.
import { conforms } from '../../idl/conform';
import type { Outcome, ServiceError } from '../../idl/value';
import { type Problem, problem } from '../../problem/problem';
import { type Body, EXCEPTION, type Message, ONEWAY, REPLY } from '../../wire/thrift/message';
import type { ThriftFields, ThriftValue } from '../../wire/thrift/schema';
import type { Incoming, Outgoing, Request, ServerConnection, SessionContext } from '../protocol';
import { MessageSplitter } from './message-splitter';
import { endOf, type Form, formOf, outgoing, readMessage } from './messages';
import { methodsOf, type ServedMethod } from './methods';
import { type Settings, settings } from './settings';
import { APPLICATION_EXCEPTION, exceptionField, SUCCESS } from './structs';
import { losesBools, serverStyle } from './style';
import { fromThrift, toThrift } from './values';

/** Types of a TApplicationException. */
const UNKNOWN = 0;
const UNKNOWN_METHOD = 1;
const INTERNAL_ERROR = 6;

/** What the struct of a reply holds, and which struct it is. */
interface Answer {
  readonly type: typeof REPLY | typeof EXCEPTION;
  readonly fields: ThriftFields;
  readonly body: Body;
}

/** A server of `context`'s service. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const chosen = settings(context.options);
  const methodNamed = methodsOf(context.service);
  return { accept: () => new ThriftServer(chosen, methodNamed) };
}

class ThriftServer implements ServerConnection {
  private readonly form: Form;
  private readonly splitter: MessageSplitter;

  constructor(
    private readonly chosen: Settings,
    private readonly methodNamed: (name: string) => ServedMethod | undefined,
  ) {
    this.form = formOf(chosen);
    this.splitter = new MessageSplitter(endOf(this.form));
  }

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.splitter.push(octets).map(message => {
      const { pdu, content } = readMessage(this.form, message, ({ name }) => this.methodNamed(name)?.arguments());
      return { pdu, content: 'code' in content ? content : this.requestOf(content, message) };
    });
  }

  private requestOf(message: Message, octets: Uint8Array): Request | Problem {
    if (this.chosen.server === 'python' && this.isOld(octets)) return problem('thrift.old-encoding').problem;
    const served = this.methodNamed(message.name);
    const reply = (answer: () => Answer) => (message.type === ONEWAY ? undefined : this.reply(message, answer()));
    if (!served) return { invocations: [], reply: () => reply(() => unknownMethod(message.name)) };
    const loses = losesBools(this.chosen, this.chosen.server);
    const args = served.method.params.map(({ name, type }) => {
      const value = message.fields.get(name);
      return value === undefined ? null : fromThrift(type, value, loses);
    });
    return {
      invocations: [{ method: message.name, args }],
      reply: ([outcome]) => reply(() => this.answerTo(outcome, served)),
    };
  }

  /** Python's library 0.17 reads the name of an old message as octets, finds no such method, and fails when it is to say so. */
  private isOld(octets: Uint8Array): boolean {
    const first = octets[this.form.framed ? 4 : 0];
    return this.form.encoding.format === 'thrift-binary' && first < 0x80;
  }

  /** The server repeats the name and the number of the call. */
  private reply({ name, seqId }: Message, { type, fields, body }: Answer): Outgoing {
    return outgoing(this.form, { name, type, seqId, fields }, body, serverStyle(this.chosen));
  }

  private answerTo(outcome: Outcome, served: ServedMethod): Answer {
    const { result, throws } = served.method;
    const answer = (field: string, value: ThriftValue): Answer => ({
      type: REPLY,
      fields: new Map([[field, value]]),
      body: served.result(),
    });
    if (outcome.kind === 'returned') {
      // Simplified: what Python cannot write makes it close the connection, and JavaScript writes some value for it.
      if (!conforms(result, outcome.value)) return this.unforeseen({ message: 'the result is of another type' });
      return answer(SUCCESS, toThrift(result, outcome.value));
    }
    const { declared } = outcome.error;
    const place = throws.findIndex(({ type }) => type.name === declared?.type.name);
    return declared && place >= 0
      ? answer(exceptionField(place), toThrift(declared.type, declared.value))
      : this.unforeseen(outcome.error);
  }

  /** An exception that the method does not declare. Only Node.js says which. */
  private unforeseen({ message }: Pick<ServiceError, 'message'>): Answer {
    return this.chosen.server === 'python'
      ? applicationException('Internal error', INTERNAL_ERROR)
      : applicationException(message, UNKNOWN);
  }
}

function unknownMethod(name: string): Answer {
  return applicationException(`Unknown function ${name}`, UNKNOWN_METHOD);
}

function applicationException(message: string, type: number): Answer {
  return {
    type: EXCEPTION,
    fields: new Map<string, ThriftValue>([
      ['message', message],
      ['type', type],
    ]),
    body: APPLICATION_EXCEPTION,
  };
}
