// npm thrift's own server answers the simulated client, and its own client calls the simulated server.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import * as npm from 'thrift';
import { describe, expect, it } from 'vitest';
import { parseInterface } from '../../src/idl/parse';
import type { Method } from '../../src/idl/types';
import type { Outcome, Value } from '../../src/idl/value';
import {
  APPLICATION_EXCEPTION,
  argumentsBody,
  exceptionField,
  resultBody,
  SUCCESS,
} from '../../src/protocols/thrift/structs';
import { thrift } from '../../src/protocols/thrift/thrift';
import { fromThrift, toThrift } from '../../src/protocols/thrift/values';
import { CALL, EXCEPTION, ONEWAY, REPLY } from '../../src/wire/thrift/message';
import type { ThriftFields } from '../../src/wire/thrift/schema';
import { readStruct, writeStruct } from '../thrift/npm-thrift';
import { listen, PEER_TEST_MS } from './octets';

const service = parseInterface(`
enum Color { RED = 1, BLUE = 7 }
struct Item { sku: string, qty: short, price?: double = 9 }
struct Order { id: long, items: list<Item>, stock: map<int>, marks: set<byte>, blob: bytes, paid: boolean, color: Color = 30 }
exception NotFound { code: int, message: string }
fun_add(a: int, b: int): int
echo(order: Order): Order
nothing()
find(id: long): Order throws NotFound
oneway fire(text: string)
missing(a: int): int
`);
const MISSING = 'missing';

const order = new Map<string, Value>([
  ['id', -(2n ** 62n)],
  [
    'items',
    [
      new Map<string, Value>([
        ['sku', '茶 ☕'],
        ['qty', -300],
        ['price', 0.1],
      ]),
      new Map<string, Value>([
        ['sku', ''],
        ['qty', 7],
      ]),
    ],
  ],
  ['stock', new Map<string, Value>([['北京', 2 ** 31 - 1]])],
  ['marks', [-128, 127]],
  ['blob', new Uint8Array([0, 255, 128])],
  ['paid', true],
  ['color', 7],
]);
const notFound = new Map<string, Value>([
  ['code', 404],
  ['message', 'no order 9'],
]);
const NOT_FOUND = service.exceptions[0];

/** Every call with the outcome that both servers give it. `fire` has none. */
const CALLS: readonly (readonly [method: string, args: readonly Value[], outcome: Outcome])[] = [
  ['fun_add', [2, 3], { kind: 'returned', value: 5 }],
  ['fun_add', [-(2 ** 31), 1], { kind: 'returned', value: -(2 ** 31) + 1 }],
  ['echo', [order], { kind: 'returned', value: order }],
  ['nothing', [], { kind: 'returned', value: null }],
  [
    'find',
    [9n],
    {
      kind: 'threw',
      error: { exception: 'NotFound', message: 'no order 9', declared: { type: NOT_FOUND, value: notFound } },
    },
  ],
  [
    MISSING,
    [1],
    { kind: 'threw', error: { exception: 'TApplicationException', code: 1, message: 'Unknown function missing' } },
  ],
];

const AGREEMENTS = (['binary', 'compact', 'json'] as const).flatMap(encoding =>
  (['buffered', 'framed'] as const).map(framing => ({ encoding, framing })),
);
type Agreement = (typeof AGREEMENTS)[number];

function npmAgreement({ encoding, framing }: Agreement) {
  const protocols = { binary: npm.TBinaryProtocol, compact: npm.TCompactProtocol, json: npm.TJSONProtocol };
  const transports = { buffered: npm.TBufferedTransport, framed: npm.TFramedTransport };
  return { protocol: protocols[encoding], transport: transports[framing] };
}

function context(agreement: Agreement, served = service) {
  const options = { ...agreement, client: 'node', server: 'node' };
  return { service: served, options, authority: '127.0.0.1:1', now: () => 0, random: () => 0 };
}

function methodNamed(name: string): Method {
  return service.methods.find(method => method.name === name)!;
}

/** What the service does, as told with the first call of that name. */
function outcomeOf(name: string, args: readonly Value[]): Outcome {
  if (name === 'fun_add') return { kind: 'returned', value: (args[0] as number) + (args[1] as number) };
  return CALLS.find(([method]) => method === name)?.[2] ?? { kind: 'returned', value: null };
}

function argumentFields({ params }: Method, args: readonly Value[]): ThriftFields {
  return new Map(params.map(({ name, type }, i) => [name, toThrift(type, args[i])]));
}

/** The fields of a result that are there. */
function resultFields(method: Method, outcome: Outcome): ThriftFields {
  if (outcome.kind === 'threw')
    return new Map([[exceptionField(0), toThrift(NOT_FOUND, outcome.error.declared!.value)]]);
  return new Map(method.result.kind === 'void' ? [] : [[SUCCESS, toThrift(method.result, outcome.value)]]);
}

/** A processor as Thrift's compiler generates it. */
function processor(fired: string[]) {
  return {
    process(input: npm.Protocol, output: npm.Protocol) {
      const { fname, mtype, rseqid } = input.readMessageBegin();
      const name = String(fname);
      const method = methodNamed(name);
      const fields = readStruct(input, argumentsBody(method).struct);
      input.readMessageEnd();
      if (mtype === ONEWAY) {
        fired.push(String(fields.get('text')));
        return;
      }
      const args = method.params.map(({ name: param, type }) => fromThrift(type, fields.get(param)!, false));
      output.writeMessageBegin(name, name === MISSING ? EXCEPTION : REPLY, rseqid);
      if (name === MISSING) {
        const unknown: ThriftFields = new Map<string, string | number>([
          ['message', 'Unknown function missing'],
          ['type', 1],
        ]);
        writeStruct(output, APPLICATION_EXCEPTION.struct, unknown);
      } else writeStruct(output, resultBody(method).struct, withoutNull(resultFields(method, outcomeOf(name, args))));
      output.writeMessageEnd();
      output.flush();
    },
  };
}

/** Generated code leaves out what is null. */
function withoutNull<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNull) as T;
  if (!(value instanceof Map)) return value;
  return new Map([...value].filter(([, each]) => each !== null).map(([name, each]) => [name, withoutNull(each)])) as T;
}

describe('npm thrift’s server', { timeout: PEER_TEST_MS }, () => {
  it.each(AGREEMENTS)('answers the simulated client: $encoding, $framing', async agreement => {
    const fired: string[] = [];
    const server = npm.createMultiplexServer(processor(fired), npmAgreement(agreement));
    const outcomes = await callAll(await listen(server), agreement);
    server.close();
    expect(outcomes).toEqual(CALLS.map(([, , outcome]) => outcome));
    expect(fired).toEqual(['now']);
  });
});

/** Makes all calls, one after the other, over one connection, after one that nobody answers. */
async function callAll(port: number, agreement: Agreement): Promise<Outcome[]> {
  const client = thrift.openClient(context(agreement)).connect();
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const outcomes: Outcome[] = [];
  const next = () => {
    const call = CALLS[outcomes.length];
    if (call) socket.write(client.request([{ method: call[0], args: call[1] }], false).pdu.bytes);
    else socket.end();
  };
  socket.write(client.request([{ method: 'fire', args: ['now'], oneway: true }], false).pdu.bytes);
  next();
  socket.on('data', octets => {
    for (const { content } of client.receive(octets)) {
      if (!content || 'code' in content) socket.destroy(new Error(content?.code));
      else outcomes.push(...content.outcomes);
      next();
    }
  });
  await once(socket, 'close');
  return outcomes;
}

type Answer = { readonly type: number; readonly fields: ThriftFields };

/** A client as Thrift's compiler generates it. npm thrift calls `recv_NAME` for a reply. */
class NpmClient {
  readonly _reqs: Record<number, (error: unknown, answer: Answer) => void> = {};
  private seqId = 0;

  constructor(
    private readonly transport: InstanceType<typeof npm.TBufferedTransport>,
    private readonly Protocol: new (transport: InstanceType<typeof npm.TBufferedTransport>) => npm.Protocol,
  ) {
    const receivers = service.methods.map(method => [
      `recv_${method.name}`,
      (input: npm.Protocol, type: number, seqId: number) => {
        const { struct } = type === EXCEPTION ? APPLICATION_EXCEPTION : resultBody(method);
        const fields = readStruct(input, struct);
        input.readMessageEnd();
        this._reqs[seqId](null, { type, fields });
      },
    ]);
    Object.assign(this, Object.fromEntries(receivers));
  }

  send(method: Method, args: readonly Value[]): void {
    const output = new this.Protocol(this.transport);
    output.writeMessageBegin(method.name, method.oneway ? ONEWAY : CALL, this.seqId);
    writeStruct(output, argumentsBody(method).struct, withoutNull(argumentFields(method, args)));
    output.writeMessageEnd();
    output.flush();
  }

  call(name: string, args: readonly Value[]): Promise<Answer> {
    const seqId = ++this.seqId;
    const answer = new Promise<Answer>(resolve => {
      this._reqs[seqId] = (_, received) => resolve(received);
    });
    this.send(methodNamed(name), args);
    return answer;
  }
}

describe('npm thrift’s client', { timeout: PEER_TEST_MS }, () => {
  it.each(AGREEMENTS)('is answered by the simulated server: $encoding, $framing', async agreement => {
    const fired: Value[] = [];
    const server = createServer(socket => serve(socket, agreement, fired));
    const connection = npm.createConnection('127.0.0.1', await listen(server), npmAgreement(agreement));
    const client = npm.createClient(NpmClient, connection);
    client.send(methodNamed('fire'), ['now']);
    for (const [name, args, outcome] of CALLS) {
      const { type, fields } = await client.call(name, args);
      if (name === MISSING) {
        expect(type).toBe(EXCEPTION);
        expect(fields.get('message')).toBe('Unknown function missing');
      } else
        expect({ type, fields }).toEqual({
          type: REPLY,
          fields: withoutNull(resultFields(methodNamed(name), outcome)),
        });
    }
    expect(fired).toEqual(['now']);
    connection.end();
    server.close();
  });
});

function serve(socket: Socket, agreement: Agreement, fired: Value[]): void {
  const served = { ...service, methods: service.methods.filter(({ name }) => name !== MISSING) };
  const server = thrift.openServer(context(agreement, served)).accept();
  socket.on('data', octets => {
    for (const { content } of server.receive(octets)) {
      if (!content || 'code' in content) throw new Error(content?.code);
      const reply = content.reply(content.invocations.map(({ method, args }) => outcomeOf(method, args)));
      if (reply) socket.write(reply.pdu.bytes);
      else fired.push(content.invocations[0].args[0]);
    }
  });
}
