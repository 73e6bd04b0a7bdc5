// The client stub: calls become requests on streams of their own, what comes back on those becomes outcomes. gRPC over HTTP2.
import type { MetadataEntry } from '../../idl/metadata';
import type { Method } from '../../idl/types';
import type { Outcome, ServiceError } from '../../idl/value';
import { type Problem, ProblemError, problem } from '../../problem/problem';
import type { ByteWriter } from '../../wire/bytes/byte-writer';
import type { DynamicTable } from '../../wire/hpack/dynamic-table';
import type { Call, ClientConnection, GivenUp, GivingUp, Incoming, Outgoing, Reply, SessionContext } from '../protocol';
import { Endpoint, NOTHING, type Taken } from './endpoint';
import type { Flavour } from './flavour';
import { FLAVOURS } from './flavours';
import { lengthPrefixed, messageIn } from './length-prefixed';
import { metadataIn } from './metadata';
import { pathOf } from './paths';
import { percentDecoded } from './percent';
import { type Settings, settings } from './settings';
import { replyShape, requestShape, type Shape } from './shapes';
import { CANCELLED, DEADLINE_EXCEEDED, INTERNAL, OK, UNKNOWN } from './status';
import type { HalfStream } from './stream-reader';

/** A client for `context`. */
export function openClient(context: SessionContext): { connect(): ClientConnection } {
  const { client, server } = settings(context.options);
  // Simplified: the first request is marshalled before the server's SETTINGS come, so the options tell what they will say.
  const takesBinary = server === 'c-core';
  return { connect: () => new GrpcClient(context, FLAVOURS[client], takesBinary) };
}

/** A request that has been marshalled. */
interface Requested {
  readonly call: Call;
  readonly streamId: number;
  readonly outgoing: Outgoing;
  /** The dynamic table before its headers. */
  readonly tableBefore: DynamicTable;
}

class GrpcClient implements ClientConnection {
  private readonly endpoint: Endpoint;
  /** What the replies on the streams are like that a request has opened. */
  private readonly awaited = new Map<number, Shape>();
  private nextStreamId = 1;
  private last: Requested | undefined;
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
          this.awaited.get(id)?.message(index),
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
    return this.endpoint.mayWrite(outgoing, write);
  }

  isAbandoned(outgoing: Outgoing): boolean {
    return this.endpoint.isAbandoned(outgoing);
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
    const streamId = this.nextStreamId;
    // A client's streams have odd numbers. RFC 9113 §5.1.1.
    this.nextStreamId += 2;
    this.awaited.set(streamId, replyShape(method));
    const tableBefore = this.endpoint.presentTable;
    const headers = this.headers(call);
    const { streamIncrement } = this.flavour;
    const outgoing = this.endpoint.outgoing({
      streamId,
      headers,
      streamIncrement,
      messages,
      shapeOf: index => shape.message(index),
      encoding: this.encoding,
    });
    this.last = { call, streamId, outgoing, tableBefore };
    return outgoing;
  }

  /** Simplified: the time that the client waits is told in full, though some of it has gone by when a connection had to be opened first. */
  private headers({ method, metadata = [], deadline }: Call): ByteWriter {
    const { service, authority } = this.context;
    const { takesBinary } = this.endpoint;
    const details = { metadata, timeout: deadline, takesBinary, encoding: this.encoding };
    return this.endpoint.block(this.flavour.requestHeaders(pathOf(service, method), authority, details));
  }

  giveUp(why: GivingUp): GivenUp {
    const { call, streamId, outgoing, tableBefore } = this.last as Requested;
    const told = this.endpoint.giveUp(outgoing, tableBefore);
    this.awaited.delete(streamId);
    // What nobody has seen, nobody misses.
    if (!told) this.nextStreamId = streamId;
    return { error: this.errorOf(why, call), tells: told ? [told] : [] };
  }

  private errorOf(why: GivingUp, { deadline = 0 }: Call): ServiceError {
    const { flavour, context } = this;
    if (why === 'cancelled') return { code: CANCELLED, message: flavour.cancelled };
    return { code: DEADLINE_EXCEEDED, message: flavour.deadlineExceeded(deadline, context.authority) };
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
