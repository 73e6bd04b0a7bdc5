// The server stub: requests become calls of the local service, outcomes become replies with a status. gRPC over HTTP2.
import { conforms } from '../../idl/conform';
import { typeText } from '../../idl/print';
import type { Method } from '../../idl/types';
import type { Outcome, Value } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import type { HeaderField } from '../../wire/hpack/header-field';
import type { Incoming, Outgoing, Request, ServerConnection, SessionContext } from '../protocol';
import { Endpoint, NOTHING, type Taken } from './endpoint';
import { FLAVOURS, type Flavour } from './flavours';
import { lengthPrefixed, messageIn } from './length-prefixed';
import { methodAt } from './paths';
import { percentDecoded } from './percent';
import { settings } from './settings';
import { replyShape, requestShape } from './shapes';
import { INTERNAL, isErrorCode, type Status, UNIMPLEMENTED, UNKNOWN } from './status';
import type { HalfStream } from './stream-reader';

/** A server of `context`'s service. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const flavour = FLAVOURS[settings(context.options).server];
  return { accept: () => new GrpcServer(context, flavour) };
}

class GrpcServer implements ServerConnection {
  private readonly endpoint: Endpoint;

  constructor(
    private readonly context: SessionContext,
    private readonly flavour: Flavour,
  ) {
    this.endpoint = new Endpoint('server', flavour, stream => {
      const method = this.methodOf(stream);
      const shape = method && requestShape(method);
      return index => shape?.message(index);
    });
  }

  opening(): Outgoing {
    return this.endpoint.opening();
  }

  mayWrite(outgoing: Outgoing, end: number): boolean {
    return this.endpoint.mayWrite(outgoing, end);
  }

  farewell(): readonly Outgoing[] {
    return this.endpoint.farewell();
  }

  receive(octets: Uint8Array): Incoming<Request>[] {
    return this.endpoint.push(octets).map(taken => this.incoming(taken));
  }

  private incoming({ unit, answers }: Taken): Incoming<Request> {
    if (!unit) return { pdu: NOTHING, content: undefined, isPart: true, answers };
    const { pdu } = unit;
    if (unit.kind === 'broken') return { pdu, content: unit.problem, answers };
    if (unit.kind === 'control') return { pdu, content: undefined, answers };
    const { stream, isEnd } = unit;
    if (!isEnd) return { pdu, content: undefined, isPart: true, answers };
    const isGivenUp = stream.resetBy !== undefined || stream.blocks.length === 0;
    return { pdu, content: isGivenUp ? undefined : this.requestOn(stream), answers };
  }

  private requestOn(stream: HalfStream): Request {
    const method = this.methodOf(stream);
    if (!method)
      return this.refusal(stream, { code: UNIMPLEMENTED, message: this.flavour.unimplemented(nameIn(stream)) });
    const args = argumentsIn(stream, method);
    if ('unreadable' in args)
      return this.refusal(stream, { code: INTERNAL, message: this.flavour.unreadable(args.unreadable) });
    return {
      invocations: [{ method: method.name, args: args.values }],
      reply: ([outcome]) => this.reply(stream.id, method, outcome),
    };
  }

  private methodOf(stream: HalfStream): Method | undefined {
    return methodAt(this.context.service, pathIn(stream));
  }

  private refusal({ id }: HalfStream, status: Status): Request {
    return { invocations: [], reply: () => this.failure(id, status) };
  }

  private reply(streamId: number, method: Method, outcome: Outcome): Outgoing {
    const { flavour } = this;
    if (outcome.kind === 'threw') return this.failure(streamId, this.statusOf(outcome));
    if (!conforms(method.result, outcome.value))
      return this.failure(streamId, { code: INTERNAL, message: flavour.unwritable(`no ${typeText(method.result)}`) });
    const shape = replyShape(method);
    const messages = shape
      .toMessages([outcome.value])
      .map((message, index) => lengthPrefixed(shape.message(index), message, flavour.omitsDefaults));
    // A stream of no messages needs no headers of its own either.
    if (messages.length === 0) return this.failure(streamId, flavour.ok);
    const headers = this.endpoint.block(flavour.responseHeaders(this.context.now()));
    const trailers = this.endpoint.block(flavour.trailers(flavour.ok));
    return this.outgoing(streamId, { headers, trailers, messages, shapeOf: index => shape.message(index) });
  }

  /** A response that consists of trailers. */
  private failure(streamId: number, status: Status): Outgoing {
    const fields: HeaderField[] = this.flavour.trailersOnly(status, this.context.now());
    const headers = this.endpoint.block(fields);
    return this.outgoing(streamId, { headers, headersOnly: true, messages: [], shapeOf: () => undefined });
  }

  private outgoing(
    streamId: number,
    parts: Omit<Parameters<Endpoint['outgoing']>[0], 'streamId' | 'streamIncrement'>,
  ): Outgoing {
    return this.endpoint.outgoing({ ...parts, streamId, streamIncrement: 0 });
  }

  /** A fault that the service raises on purpose has a code of its own. */
  private statusOf({ error }: Extract<Outcome, { kind: 'threw' }>): Status {
    const { code, exception, message } = error;
    if (exception !== undefined) return { code: UNKNOWN, message: this.flavour.unforeseen(message) };
    return { code: isErrorCode(code) ? code : UNKNOWN, message };
  }
}

function argumentsIn(
  { messages }: HalfStream,
  method: Method,
): { readonly values: readonly Value[] } | { readonly unreadable: string } {
  const shape = requestShape(method);
  try {
    const values = shape.fromMessages(messages.map((octets, index) => messageIn(octets, shape.message(index))));
    return 'code' in values ? { unreadable: new ProblemError(values).message } : { values };
  } catch (error) {
    if (error instanceof ProblemError) return { unreadable: error.message };
    throw error;
  }
}

function pathIn({ blocks }: HalfStream): string {
  return blocks[0]?.find(({ name }) => name === ':path')?.value ?? '';
}

/** The method's name in the path. */
function nameIn(stream: HalfStream): string {
  return percentDecoded(pathIn(stream).replace(/^.*\//, ''));
}
