// @grpc/grpc-js's own server answers the simulated client, and its own client calls the simulated server.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import * as grpcJs from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { parseInterface } from '../../src/idl/parse';
import type { Outcome, Value } from '../../src/idl/value';
import { grpc } from '../../src/protocols/grpc/grpc';
import type { Invocation, Options, Outgoing, Peer } from '../../src/protocols/protocol';
import { PEER_TEST_MS } from './octets';

const service = parseInterface(`service demo.Calculator
struct Pair { a: int, b: int }
Add(a: int, b: int): int
Missing(a: int, b: int): int
Fail(a: int, b: int): int
Length(text: string): int
Text(n: int): string
CountTo(n: int): stream int
Sum(pairs: stream Pair): int
Who(n: int): string
Never(n: int): string
`);

const { root } = protobuf.parse(`syntax = "proto3"; package demo;
message Pair { int32 a = 1; int32 b = 2; }
message Number { int32 result = 1; }
message Text { string result = 1; }
message Empty { }`);

const BIG = '0123456789'.repeat(20_000);
const FAULT = '用户 not found: 50% off';

function serialization(name: string) {
  const type = root.lookupType(`demo.${name}`);
  return {
    serialize: (value: object) => Buffer.from(type.encode(type.fromObject(value)).finish()),
    deserialize: (octets: Buffer) => type.toObject(type.decode(octets), { defaults: true }),
  };
}

function method(name: string, request: string, response: string, requestStream = false, responseStream = false) {
  const [from, to] = [serialization(request), serialization(response)];
  return {
    path: `/demo.Calculator/${name}`,
    requestStream,
    responseStream,
    requestSerialize: from.serialize,
    requestDeserialize: from.deserialize,
    responseSerialize: to.serialize,
    responseDeserialize: to.deserialize,
  };
}

/** The field with the number 1 is called differently in each message, which the octets do not say. */
const definition = {
  Add: method('Add', 'Pair', 'Number'),
  Missing: method('Missing', 'Pair', 'Number'),
  Fail: method('Fail', 'Pair', 'Number'),
  Length: method('Length', 'Text', 'Number'),
  Text: method('Text', 'Number', 'Text'),
  CountTo: method('CountTo', 'Number', 'Number', false, true),
  Sum: method('Sum', 'Pair', 'Number', true, false),
  Who: method('Who', 'Number', 'Text'),
  Never: method('Never', 'Number', 'Text'),
};

// biome-ignore lint/suspicious/noExplicitAny: grpc-js's handlers are typed by generated code, of which there is none here.
type Any = any;

const METADATA = [
  { name: 'x-user', value: 'alice' },
  { name: 'x-trace-bin', value: 'AQID+g==' },
  { name: 'x-user', value: 'bob' },
];
const METADATA_TOLD = 'alice,bob 010203fa';

function whoIs(users: readonly string[], traces: readonly Buffer[]): string {
  return `${users.join()} ${traces.map(trace => trace.toString('hex')).join()}`;
}

const handlers: grpcJs.UntypedServiceImplementation = {
  Add: ({ request: { a, b } }: Any, reply: Any) => reply(null, { result: a + b }),
  Fail: (_: Any, reply: Any) => reply({ code: 5, details: FAULT }),
  Length: ({ request }: Any, reply: Any) => reply(null, { result: request.result.length }),
  Text: (_: Any, reply: Any) => reply(null, { result: BIG }),
  CountTo: (call: Any) => {
    for (let n = 1; n <= call.request.result; n++) call.write({ result: n });
    call.end();
  },
  Who: ({ metadata }: Any, reply: Any) => {
    reply(null, { result: whoIs(metadata.get('x-user'), metadata.get('x-trace-bin')) });
  },
  Sum: (call: Any, reply: Any) => {
    let sum = 0;
    call.on('data', ({ a, b }: Any) => {
      sum += a + b;
    });
    call.on('end', () => reply(null, { result: sum }));
  },
};

const pair = (a: number, b: number) =>
  new Map<string, Value>([
    ['a', a],
    ['b', b],
  ]);
const PAIRS = [pair(1, 10), pair(2, 20), pair(3, 30)];

const CALLS: readonly (readonly [method: string, args: readonly Value[], outcome: Outcome])[] = [
  ['Add', [2, 3], { kind: 'returned', value: 5 }],
  ['Add', [-7, 300], { kind: 'returned', value: 293 }],
  ['Fail', [1, 1], { kind: 'threw', error: { code: 5, message: FAULT } }],
  ['Length', [BIG], { kind: 'returned', value: BIG.length }],
  ['Text', [1], { kind: 'returned', value: BIG }],
  ['CountTo', [3], { kind: 'returned', value: [1, 2, 3] }],
  ['Sum', [PAIRS], { kind: 'returned', value: 66 }],
  [
    'Missing',
    [1, 1],
    { kind: 'threw', error: { code: 12, message: 'The server does not implement the method Missing' } },
  ],
];

/** Node joins the values of a header that comes twice. */
const WHO = ['Who', [1], { kind: 'returned', value: METADATA_TOLD.replace(',', ', ') }] as const;

const context = (authority: string, options: Options = {}) => ({
  service,
  options,
  authority,
  now: () => Date.now(),
  random: () => 0,
});

/** Writes what flow control lets through, and the rest when `resume` is called. */
function writer(socket: Socket, peer: Peer) {
  const waiting: { outgoing: Outgoing; write: number }[] = [];
  const resume = () => {
    while (waiting.length > 0) {
      const [next] = waiting;
      if (peer.mayWrite && !peer.mayWrite(next.outgoing, next.write)) return;
      const { pdu, writes } = next.outgoing;
      socket.write(pdu.bytes.slice(writes[next.write - 1] ?? 0, writes[next.write]));
      if (++next.write === writes.length) waiting.shift();
    }
  };
  const write = (outgoing: Outgoing, isControl = false) => {
    if (isControl) socket.write(outgoing.pdu.bytes);
    else waiting.push({ outgoing, write: 0 });
    resume();
  };
  return { write, resume };
}

describe('grpc-js’s server', { timeout: PEER_TEST_MS }, () => {
  it.each(['identity', 'gzip'])(
    'answers the simulated client, whose messages are compressed: %s',
    async compression => {
      const server = new grpcJs.Server();
      const { Missing, ...served } = definition;
      server.addService({ ...served, Missing } as Any, handlers);
      const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync('127.0.0.1:0', grpcJs.ServerCredentials.createInsecure(), (error, bound) =>
          error ? reject(error) : resolve(bound),
        );
      });
      const outcomes = await callAll(port, { compression });
      server.forceShutdown();
      expect(outcomes).toEqual([...CALLS, WHO].map(([, , outcome]) => outcome));
    },
  );
});

/** Makes all calls, one after the other, over one connection. */
async function callAll(port: number, options: Options): Promise<Outcome[]> {
  const client = grpc.openClient(context(`127.0.0.1:${port}`, options)).connect();
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const { write, resume } = writer(socket, client);
  const outcomes: Outcome[] = [];
  write(client.opening!(), true);
  let called = 0;
  const next = () => {
    if (!client.isReady!() || called > outcomes.length) return;
    const call = [...CALLS, WHO][called++];
    const also = { metadata: METADATA, deadline: 60_000, key: 'k-1', attempt: 1 };
    if (call) write(client.request([{ method: call[0], args: call[1], ...also }], false));
    else socket.end();
  };
  socket.on('data', octets => {
    for (const { content, answers = [] } of client.receive(octets)) {
      for (const answer of answers) write(answer, true);
      if (content && 'code' in content) socket.destroy(new Error(content.code));
      else if (content) outcomes.push(...content.outcomes);
    }
    resume();
    next();
  });
  await once(socket, 'close');
  return outcomes;
}

describe('grpc-js’s client', { timeout: PEER_TEST_MS }, () => {
  it.each([
    ['as they are', {}],
    ['in gzip', { 'grpc.default_compression_algorithm': 2 }],
  ])('is answered by the simulated server when it sends messages %s', async (_, settings) => {
    const metadata = new grpcJs.Metadata();
    for (const { name, value } of METADATA)
      metadata.add(name, name.endsWith('-bin') ? Buffer.from(value, 'base64') : value);
    const server = createServer(socket => serve(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const Client = grpcJs.makeGenericClientConstructor(definition as Any, 'Calculator');
    const client = new Client(`127.0.0.1:${port}`, grpcJs.credentials.createInsecure(), settings) as Any;
    const call = (name: string, request: object, deadline = Date.now() + 60_000) =>
      new Promise(resolve => {
        client[name](request, metadata, { deadline }, (error: Any, reply: Any) =>
          resolve(error ? [error.code, error.details] : reply.result),
        );
      });
    expect(await call('Add', { a: 2, b: 3 })).toBe(5);
    expect(await call('Add', { a: -7, b: 300 })).toBe(293);
    expect(await call('Fail', { a: 1, b: 1 })).toEqual([5, FAULT]);
    expect(await call('Missing', { a: 1, b: 1 })).toEqual([12, 'The server does not implement the method Missing']);
    expect(await call('Length', { result: BIG })).toBe(BIG.length);
    expect(await call('Text', { result: 1 })).toBe(BIG);
    expect(await call('Who', { result: 1 })).toBe(METADATA_TOLD);
    // The server keeps silent until it hears of it; then the stream is of no use to anybody.
    expect(await call('Never', { result: 1 }, Date.now() + 50)).toEqual([
      4,
      expect.stringContaining('Deadline exceeded'),
    ]);
    expect(await call('Add', { a: 2, b: 3 })).toBe(5);
    const numbers: number[] = [];
    const stream = client.CountTo({ result: 3 }).on('data', ({ result }: Any) => numbers.push(result));
    await once(stream, 'end');
    expect(numbers).toEqual([1, 2, 3]);
    client.close();
    server.close();
  });
});

function serve(socket: Socket): void {
  const served = { ...service, methods: service.methods.filter(({ name }) => name !== 'Missing') };
  const server = grpc.openServer({ ...context(''), service: served }).accept();
  const { write, resume } = writer(socket, server);
  write(server.opening!(), true);
  socket.on('error', () => {});
  socket.on('data', octets => {
    for (const { content, answers = [] } of server.receive(octets)) {
      for (const answer of answers) write(answer, true);
      if (!content || 'code' in content) continue;
      if (content.invocations[0]?.method === 'Never') continue;
      const reply = content.reply(content.invocations.map(outcomeOf));
      if (reply) write(reply);
    }
    resume();
  });
}

/** What the service does: as told with the first call of that name. */
function outcomeOf({ method: name, args, metadata = [] }: Invocation): Outcome {
  if (name === 'Who') {
    const named = (wanted: string) => metadata.filter(entry => entry.name === wanted).map(({ value }) => value);
    const octets = named('x-trace-bin').map(value => Buffer.from(value, 'base64'));
    return { kind: 'returned', value: whoIs(named('x-user'), octets) };
  }
  if (name === 'Add') return { kind: 'returned', value: (args[0] as number) + (args[1] as number) };
  return CALLS.find(([method]) => method === name)![2];
}
