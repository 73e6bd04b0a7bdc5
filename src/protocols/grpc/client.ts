// The client stub: calls become requests on streams of their own, what comes back on those becomes outcomes. gRPC over HTTP2.
import type { MetadataEntry } from '../../idl/metadata';
import type { Method } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { type Problem, ProblemError, problem } from '../../problem/problem';
import type { Call, ClientConnection, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import type { Block } from './compressed-block';
import { Endpoint, NOTHING, type Taken } from './endpoint';
import type { Flavour } from './flavour';
import { FLAVOURS } from './flavours';
import { lengthPrefixed, messageIn } from './length-prefixed';
import { IDEMPOTENCY_KEY, metadataIn } from './metadata';
import { reset } from './outgoing';
import { pathOf } from './paths';
import { percentDecoded } from './percent';
import { type Settings, settings } from './settings';
import { replyShape, requestShape, type Shape } from './shapes';
import { INTERNAL, OK, UNKNOWN } from './status';
import type { HalfStream } from './stream-reader';

/** A client for `context`. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const { client, server } = settings(context.options);
  // Simplified: the first request is marshalled before the server's SETTINGS come, so the options tell what they will say.
  const takesBinary = server === 'c-core';
  return { connect: () => new GrpcClient(context, FLAVOURS[client], takesBinary) };
}

/** A request, and what its reply is like. Its fields may be noted long after it has come. */
interface Requested {
  readonly outgoing: Outgoing;
  readonly replyShape: Shape;
}

class GrpcClient implements ClientConnection {
  private readonly endpoint: Endpoint;
  /** The requests that have opened a stream and are not given up. */
  private readonly requested = new Map<number, Requested>();
  private readonly encoding: Settings['compression'];

  constructor(
    private readonly context: SessionContext,
    private readonly flavour: Flavour,
    takesBinary: boolean,
  ) {
    this.encoding = settings(context.options).compression;
    this.endpoint = new Endpoint(
      'client',
      flavour,
      ({ id }) =>
        index =>
          this.requested.get(id)?.replyShape.message(index),
      takesBinary,
    );
  }

  opening(): Outgoing {
    return this.endpoint.opening();
  }

  isReady(): boolean {
    return this.endpoint.isReady;
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

  request(calls: readonly Call[], batch: boolean): Outgoing {
    if (batch) throw problem('grpc.no-batch');
    const [call] = calls;
    const { method: name, args } = call;
    const method = this.context.service.methods.find(each => each.name === name) as Method;
    const shape = requestShape(method);
    const { omitsDefaults, compressing } = this.flavour;
    const how = this.encoding === 'identity' ? undefined : compressing.client;
    const messages = shape
      .toMessages(args)
      .map((message, index) => lengthPrefixed(shape.message(index), message, omitsDefaults, how));
    const { streamIncrement } = this.flavour;
    const outgoing = this.endpoint.sender.message({
      headers: this.headers(call),
      streamIncrement,
      messages,
      shapeOf: index => shape.message(index),
      encoding: this.encoding,
      begins: streamId => this.requested.set(streamId, { outgoing, replyShape: replyShape(method) }),
    });
    return outgoing;
  }

  private headers({ method, metadata = [], key, deadline, attempt }: Call): Block {
    const { service, authority } = this.context;
    const { takesBinary } = this.endpoint;
    const all = key === undefined ? metadata : [...metadata, { name: IDEMPOTENCY_KEY, value: key }];
    const details = {
      metadata: all,
      timeout: deadline,
      previousAttempts: attempt,
      takesBinary,
      encoding: this.encoding,
    };
    return this.endpoint.block(this.flavour.requestHeaders(pathOf(service, method), authority, details));
  }

  giveUp(request: Outgoing): readonly Outgoing[] {
    const streamId = this.endpoint.sender.giveUp(request);
    if (streamId === undefined) return [];
    this.requested.delete(streamId);
    return [reset(streamId)];
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
    const requested = this.requested.get(stream.id);
    if (!requested) return { pdu, content: undefined, answers };
    const to = requested.outgoing;
    if (!isEnd) return { pdu, content: undefined, isPart: true, to, answers };
    return { pdu, content: replyIn(stream, requested.replyShape), to, answers };
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
function outcomeOf({ blocks, messages, resetBy, encoding }: HalfStream, shape: Shape): Outcome | Problem {
  if (resetBy !== undefined) return threw(INTERNAL, `Received RST_STREAM with code ${resetBy}`);
  const fields = blocks.at(-1) ?? [];
  const trailers = new Map(fields.map(({ name, value }) => [name, value]));
  const code = Number(trailers.get('grpc-status') ?? UNKNOWN);
  if (code !== OK) return threw(code, percentDecoded(trailers.get('grpc-message') ?? ''), metadataIn(fields));
  const values = shape.fromMessages(messages.map((octets, index) => messageIn(octets, shape.message(index), encoding)));
  return 'code' in values ? values : { kind: 'returned', value: values[0] };
}

function threw(code: number, message: string, metadata: readonly MetadataEntry[] = []): Outcome {
  return { kind: 'threw', error: { code, message, ...(metadata.length > 0 && { metadata }) } };
}
