// What the frames of a recorded stream say by themselves: the path names the method, fields of messages are called by their numbers.
// gRPC over HTTP2, "Requests", "Responses".
import { BYTES, DOUBLE, INT, LONG, STRING } from '../../idl/types';
import { Dynamic, type Outcome, type ServiceError } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { readUntypedMessage, type UntypedMessage, type UntypedValue } from '../../wire/protobuf/untyped-message';
import { ANY_LIST, ANY_MAP, NULL, replyOf, type StatedCall, type Statement } from '../statement';
import { isCompressed, plainMessage } from './compression';
import { PREFIX } from './kinds';
import { percentDecoded } from './percent';
import { OK, UNKNOWN } from './status';
import type { HalfStream, Unit } from './stream-reader';

/** The statement of a request or a reply, which its last frame completes. */
export function statementOf(unit: Unit, direction: 'c2s' | 's2c'): Statement | undefined {
  if (unit.kind === 'broken') return { kind: 'unreadable', problem: unit.problem };
  if (unit.kind === 'control') return direction === 'c2s' ? givingUp(unit) : undefined;
  if (!unit.isEnd) return undefined;
  try {
    return direction === 'c2s' ? requestOf(unit.stream) : replyOf(outcomeOf(unit.stream), unit.stream.id);
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}

/** The client has said all of its request, and gives the stream up. */
function givingUp({ frame }: Extract<Unit, { kind: 'control' }>): Statement | undefined {
  if (frame?.type !== 'RST_STREAM') return undefined;
  return { kind: 'given up', id: frame.streamId, error: resetError(frame.errorCode) };
}

function resetError(code: number): ServiceError {
  return { message: `RST_STREAM ${code}` };
}

/** A stream that the client gives up has no call that was made to its end. */
function requestOf({ id, blocks, messages, resetBy, encoding }: HalfStream): Statement | undefined {
  const path = blocks[0]?.find(({ name }) => name === ':path')?.value;
  if (path === undefined || resetBy !== undefined) return undefined;
  const method = percentDecoded(path.slice(path.lastIndexOf('/') + 1));
  const call: StatedCall = { method, ...argumentsOf(messages, encoding), oneway: false, id };
  return { kind: 'request', calls: [call], batch: false };
}

/** The fields of a message alone are the arguments; messages in a row are one, a list. */
function argumentsOf(messages: readonly Uint8Array[], encoding: string): Pick<StatedCall, 'args' | 'names'> {
  const values = messages.map(message => valueIn(message, encoding));
  const [{ value: fields } = NULL] = values;
  if (values.length !== 1 || !(fields instanceof Map)) return { args: [new Dynamic(ANY_LIST, values)] };
  return { args: [...fields.values()], names: [...fields.keys()] };
}

/** The status says whether there is a result; it stands in the trailers. */
function outcomeOf({ blocks, messages, resetBy, encoding }: HalfStream): Outcome {
  if (resetBy !== undefined) return { kind: 'threw', error: resetError(resetBy) };
  const trailers = new Map(blocks.at(-1)?.map(({ name, value }) => [name, value]));
  const code = Number(trailers.get('grpc-status') ?? UNKNOWN);
  if (code !== OK)
    return { kind: 'threw', error: { code, message: percentDecoded(trailers.get('grpc-message') ?? '') } };
  const values = messages.map(message => valueIn(message, encoding));
  return { kind: 'returned', value: values.length === 1 ? values[0] : new Dynamic(ANY_LIST, values) };
}

/** The message behind the prefix of `octets`. One that is compressed with anything but gzip is its octets. */
function valueIn(octets: Uint8Array, encoding: string): Dynamic {
  if (isCompressed(octets) && encoding !== 'gzip') return new Dynamic(BYTES, octets.subarray(PREFIX));
  return mapOf(readUntypedMessage(new ByteReader(plainMessage(octets, encoding), false)));
}

/** Members are called by the numbers of their fields; a field that comes more than once is a list. */
function mapOf({ fields }: UntypedMessage): Dynamic {
  const members = [...fields].map(([number, values]) => {
    const items = values.map(dynamic);
    return [String(number), items.length === 1 ? items[0] : new Dynamic(ANY_LIST, items)] as const;
  });
  return new Dynamic(ANY_MAP, new Map(members));
}

function dynamic(value: UntypedValue): Dynamic {
  if (typeof value === 'bigint')
    return BigInt.asIntN(32, value) === value ? new Dynamic(INT, Number(value)) : new Dynamic(LONG, value);
  if (typeof value === 'number') return new Dynamic(DOUBLE, value);
  if (typeof value === 'string') return new Dynamic(STRING, value);
  return value instanceof Uint8Array ? new Dynamic(BYTES, value) : mapOf(value);
}
