// The client stub: calls become requests on streams of their own, what comes back on those becomes outcomes. gRPC over HTTP2.
import type { Method } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { type Problem, ProblemError, problem } from '../../problem/problem';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { Endpoint, NOTHING, type Taken } from './endpoint';
import { FLAVOURS, type Flavour } from './flavours';
import { lengthPrefixed, messageIn } from './length-prefixed';
import { pathOf } from './paths';
import { percentDecoded } from './percent';
import { settings } from './settings';
import { replyShape, requestShape, type Shape } from './shapes';
import { INTERNAL, OK, UNKNOWN } from './status';
import type { HalfStream } from './stream-reader';

/** A client for `context`. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const flavour = FLAVOURS[settings(context.options).client];
  return { connect: () => new GrpcClient(context, flavour) };
}

class GrpcClient implements ClientConnection {
  private readonly endpoint: Endpoint;
  /** What the replies on the streams are like that a request has opened. */
  private readonly awaited = new Map<number, Shape>();
  private nextStreamId = 1;

  constructor(
    private readonly context: SessionContext,
    private readonly flavour: Flavour,
  ) {
    this.endpoint = new Endpoint(
      'client',
      flavour,
      ({ id }) =>
        index =>
          this.awaited.get(id)?.message(index),
    );
  }

  opening(): Outgoing {
    return this.endpoint.opening();
  }

  isReady(): boolean {
    return this.endpoint.isReady;
  }

  mayWrite(outgoing: Outgoing, end: number): boolean {
    return this.endpoint.mayWrite(outgoing, end);
  }

  farewell(): readonly Outgoing[] {
    return this.endpoint.farewell();
  }

  request(calls: readonly Call[], batch: boolean): Outgoing {
    if (batch) throw problem('grpc.no-batch');
    const [{ method: name, args }] = calls;
    const method = this.context.service.methods.find(each => each.name === name) as Method;
    const shape = requestShape(method);
    const messages = shape
      .toMessages(args)
      .map((message, index) => lengthPrefixed(shape.message(index), message, this.flavour.omitsDefaults));
    const streamId = this.nextStreamId;
    // A client's streams have odd numbers. RFC 9113 §5.1.1.
    this.nextStreamId += 2;
    this.awaited.set(streamId, replyShape(method));
    const headers = this.endpoint.block(
      this.flavour.requestHeaders(pathOf(this.context.service, name), this.context.authority),
    );
    const { streamIncrement } = this.flavour;
    return this.endpoint.outgoing({
      streamId,
      headers,
      streamIncrement,
      messages,
      shapeOf: index => shape.message(index),
    });
  }

  receive(octets: Uint8Array): Incoming<Reply>[] {
    return this.endpoint.push(octets).map(taken => this.incoming(taken));
  }

  end(): Incoming<Reply>[] {
    return this.endpoint.end().map(taken => this.incoming(taken));
  }

  private incoming({ unit, answers }: Taken): Incoming<Reply> {
    if (!unit) return { pdu: NOTHING, content: undefined, isPart: true, answers };
    const { pdu } = unit;
    if (unit.kind === 'broken') return { pdu, content: unit.problem, answers };
    if (unit.kind === 'control') return { pdu, content: undefined, answers };
    const { stream, isEnd } = unit;
    const shape = this.awaited.get(stream.id);
    if (!isEnd || !shape) return { pdu, content: undefined, isPart: shape !== undefined, answers };
    this.endpoint.close(stream.id);
    return { pdu, content: replyIn(stream, shape), answers };
  }
}

function replyIn(stream: HalfStream, shape: Shape): Reply | Problem {
  try {
    const outcome = outcomeOf(stream, shape);
    return 'kind' in outcome ? { outcomes: [outcome] } : outcome;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** The status says whether there is a result; it stands in the trailers. gRPC over HTTP2, "Responses". */
function outcomeOf({ blocks, messages, resetBy }: HalfStream, shape: Shape): Outcome | Problem {
  if (resetBy !== undefined) return threw(INTERNAL, `Received RST_STREAM with code ${resetBy}`);
  const trailers = new Map(blocks.at(-1)?.map(({ name, value }) => [name, value]));
  const code = Number(trailers.get('grpc-status') ?? UNKNOWN);
  if (code !== OK) return threw(code, percentDecoded(trailers.get('grpc-message') ?? ''));
  const values = shape.fromMessages(messages.map((octets, index) => messageIn(octets, shape.message(index))));
  return 'code' in values ? values : { kind: 'returned', value: values[0] };
}

function threw(code: number, message: string): Outcome {
  return { kind: 'threw', error: { code, message } };
}
