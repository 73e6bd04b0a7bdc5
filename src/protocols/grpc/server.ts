// The server stub: requests become calls of the local service, outcomes become replies with a status. gRPC over HTTP2.
import { conforms } from '../../idl/conform';
import { typeText } from '../../idl/print';
import type { Method } from '../../idl/types';
import type { Outcome, Value } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import type { EncodingPolicy } from '../../wire/hpack/write-header-block';
import type { Incoming, Outgoing, Request, ServerConnection, ServerDeadline, SessionContext } from '../protocol';
import { Endpoint, NOTHING, type Taken } from './endpoint';
import type { Flavour } from './flavour';
import { FLAVOURS } from './flavours';
import { lengthPrefixed, messageIn } from './length-prefixed';
import { IDEMPOTENCY_KEY, metadataIn } from './metadata';
import { methodAt } from './paths';
import { percentDecoded } from './percent';
import type { Sending } from './sender';
import { settings } from './settings';
import { replyShape, requestShape } from './shapes';
import { DEADLINE_EXCEEDED, INTERNAL, isErrorCode, type Status, UNIMPLEMENTED, UNKNOWN } from './status';
import type { HalfStream } from './stream-reader';
import { timeoutIn } from './timeout';

/** A server of `context`'s service. */
export function openServer(context: SessionContext): { accept(): ServerConnection } {
  const flavour = FLAVOURS[settings(context.options).server];
  return { accept: () => new GrpcServer(context, flavour) };
}

class GrpcServer implements ServerConnection {
  private readonly endpoint: Endpoint;
  /** Streams whose calls have been answered. */
  private readonly answered = new Set<number>();

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

  mayWrite(outgoing: Outgoing, write: number): boolean {
    return this.endpoint.sender.mayWrite(outgoing, write);
  }

  isAbandoned(outgoing: Outgoing): boolean {
    return this.endpoint.sender.isAbandoned(outgoing);
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
    const metadata = metadataIn(stream.blocks[0]);
    const key = metadata.find(({ name }) => name === IDEMPOTENCY_KEY)?.value;
    const after = timeoutIn(valueIn(stream, 'grpc-timeout'));
    return {
      invocations: [
        {
          method: method.name,
          args: args.values,
          ...(metadata.length > 0 && { metadata }),
          ...(key !== undefined && { key }),
        },
      ],
      ...(after !== undefined && { deadline: this.deadline(stream.id, after) }),
      reply: ([outcome]) => (this.isOver(stream.id) ? undefined : this.reply(stream.id, method, outcome)),
    };
  }

  /** Nobody waits for an answer any more, or there has been one. */
  private isOver(streamId: number): boolean {
    return this.endpoint.sender.isReset(streamId) || this.answered.has(streamId);
  }

  private deadline(streamId: number, after: number): ServerDeadline {
    return { after, passed: () => (this.isOver(streamId) ? [] : [this.exceeded(streamId)]) };
  }

  /** What the server says at the deadline, whatever its function is doing. */
  private exceeded(streamId: number): Outgoing {
    const { message, policy, resetBy } = this.flavour.atDeadline;
    const status: Status = { code: DEADLINE_EXCEEDED, message };
    return this.failure(streamId, status, policy, resetBy);
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
    const how = settings(this.context.options).compression === 'identity' ? undefined : flavour.compressing.server;
    const messages = shape
      .toMessages([outcome.value])
      .map((message, index) => lengthPrefixed(shape.message(index), message, flavour.omitsDefaults, how));
    // A stream of no messages needs no headers of its own either.
    if (messages.length === 0) return this.failure(streamId, flavour.ok);
    const encoding = how ? 'gzip' : 'identity';
    const headers = this.endpoint.block(flavour.responseHeaders(this.context.now(), encoding));
    const trailers = this.endpoint.block(flavour.trailers(flavour.ok));
    return this.outgoing(streamId, { headers, trailers, messages, shapeOf: index => shape.message(index), encoding });
  }

  /** A response that consists of trailers. */
  private failure(streamId: number, status: Status, policy?: EncodingPolicy, resetBy?: number): Outgoing {
    const { endpoint } = this;
    const fields = this.flavour.trailersOnly(status, this.context.now(), endpoint.takesBinary);
    const headers = endpoint.block(fields, policy);
    return this.outgoing(streamId, { headers, headersOnly: true, resetBy, messages: [], shapeOf: () => undefined });
  }

  private outgoing(streamId: number, parts: Omit<Sending, 'streamId' | 'streamIncrement'>): Outgoing {
    this.answered.add(streamId);
    return this.endpoint.sender.message({ ...parts, streamId, streamIncrement: 0 });
  }

  /** A fault that the service raises on purpose has a code of its own. */
  private statusOf({ error }: Extract<Outcome, { kind: 'threw' }>): Status {
    const { code, exception, message, metadata } = error;
    if (exception !== undefined) return { code: UNKNOWN, message: this.flavour.unforeseen(message) };
    return { code: isErrorCode(code) ? code : UNKNOWN, message, metadata };
  }
}

function argumentsIn(
  { messages, encoding }: HalfStream,
  method: Method,
): { readonly values: readonly Value[] } | { readonly unreadable: string } {
  const shape = requestShape(method);
  try {
    const values = shape.fromMessages(
      messages.map((octets, index) => messageIn(octets, shape.message(index), encoding)),
    );
    return 'code' in values ? { unreadable: new ProblemError(values).message } : { values };
  } catch (error) {
    if (error instanceof ProblemError) return { unreadable: error.message };
    throw error;
  }
}

function pathIn(stream: HalfStream): string {
  return valueIn(stream, ':path') ?? '';
}

function valueIn({ blocks }: HalfStream, wanted: string): string | undefined {
  return blocks[0]?.find(({ name }) => name === wanted)?.value;
}

/** The method's name in the path. */
function nameIn(stream: HalfStream): string {
  return percentDecoded(pathIn(stream).replace(/^.*\//, ''));
}
