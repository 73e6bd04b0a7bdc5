// Captures of @grpc/grpc-js and of Python's grpcio, in both roles, against this protocol: the same frames with the same octets.
// Left out of the comparison, on both sides: WINDOW_UPDATE and PING, whose place and number vary from run to run, and the GOAWAYs of
// grpc-js after a C core has closed the connection, which is a race. The date is that of the capture.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { converse, type Perform } from '../../../test/grpc-conversation';
import { parseInterface } from '../../idl/parse';
import type { Value } from '../../idl/value';
import { leafFields } from '../../wire/bytes/field-tree';
import { tilingFault } from '../../wire/bytes/tiling';
import { FrameReader } from '../../wire/http2/frame-reader';
import type { Call } from '../protocol';
import { grpc } from './grpc';

const CALCULATOR = `service demo.Calculator
struct AddRequest { a: int, b: int }
Add(a: int, b: int): int
Missing(a: int, b: int): int
Slow(a: int, b: int): int
Fail(a: int, b: int): int
CountTo(a: int): stream int
SumAll(pairs: stream AddRequest): int
`;
const ORDERS = `service demo.OrderService
enum Color { COLOR_UNSPECIFIED = 0, RED = 1, BLUE = 7 }
struct Item { sku: string, qty: int, price: double }
struct Order {
  id: long, name: string, city: string, mood: string, delta: int, price: double, paid: boolean
  blob: bytes, nums: list<int>, items: list<Item>, stock: map<int>, note: string
  extra?: string, zz: int @zigzag, f64: ulong @fixed, ratio: float, color: Color
  oneof contact { email: string, phone: long }
  loose: list<int> @unpacked = 20, big: ulong, sf: int @fixed
}
struct OrderReply { ok: boolean, order: Order }
CreateOrder(order: Order): OrderReply
BigLen(text: string): int
BigGet(a: int): BigMsg
struct BigMsg { text: string }
`;

const item = (sku: string, qty: number, price: number) => new Map<string, Value>(Object.entries({ sku, qty, price }));
const RICH = new Map<string, Value>(
  Object.entries({
    id: 9007199254740993n,
    name: 'Alice',
    city: '北京市海淀区',
    mood: '🚀 ok',
    delta: -123456,
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: the payload of the captures.
    price: 3.14159,
    paid: true,
    blob: new Uint8Array([0, 1, 2, 127, 128, 254, 255]),
    nums: Array.from({ length: 300 }, (_, i) => i + 1),
    items: [item('A-1', 1, 9.99), item('茶', -2, 0.5)],
    stock: new Map<string, Value>([
      ['apple', 3],
      ['梨', -7],
    ]),
    note: '',
    zz: -300,
    f64: 18446744073709551615n,
    ratio: Math.fround(0.1),
    color: 7,
    email: 'a@例.cn',
    loose: [1, 128, -1],
    big: 18446744073709551615n,
    sf: -2,
  }),
);
const BIG = Array.from({ length: 12500 }, (_, i) => `${String(i).padStart(7, '0')},`).join('');

const NOT_FOUND = {
  code: 5,
  message: '用户 not found: 50% off',
  metadata: [
    { name: 'x-detail', value: 'abc' },
    { name: 'x-blob-bin', value: 'AP8Q' },
  ],
};

/** The functions of the captured servers. */
const perform: Perform = ({ method, args }) => {
  if (method === 'Slow') return undefined;
  if (method === 'Fail') return { kind: 'threw', error: NOT_FOUND };
  const [first, second] = args as readonly number[];
  const results: Readonly<Record<string, () => Value>> = {
    Add: () => first + second,
    CountTo: () => [1, 2, 3, 4, 5],
    SumAll: () => 110,
    CreateOrder: () =>
      new Map<string, Value>([
        ['ok', true],
        ['order', args[0]],
      ]),
    BigLen: () => String(args[0]).length,
    BigGet: () => new Map([['text', BIG]]),
  };
  return { kind: 'returned', value: results[method]() };
};

interface Recorded {
  readonly calls: readonly (readonly [method: string, ...args: Value[]])[];
  /** What goes with every call. */
  readonly also?: Pick<Call, 'metadata' | 'deadline'>;
  readonly atDeadline?: 'client' | 'both';
  readonly client: 'grpc-js' | 'c-core';
  readonly server: 'grpc-js' | 'c-core';
}

const pair = (a: number, b: number) =>
  new Map([
    ['a', a],
    ['b', b],
  ]);
const node = (...calls: Recorded['calls']): Recorded => ({ calls, client: 'grpc-js', server: 'grpc-js' });
const python = (...calls: Recorded['calls']): Recorded => ({ calls, client: 'c-core', server: 'c-core' });

const RECORDED: Readonly<Record<string, Recorded>> = {
  node_fun_add: node(['Add', 2, 3]),
  node_fun_add_2calls: node(['Add', 2, 3], ['Add', -7, 300]),
  node_add_zero: node(['Add', 0, 0]),
  node_err_unimplemented: node(['Missing', 1, 1]),
  // Of 300 ms the client had 264 left when it wrote its headers.
  node_err_deadline: { ...node(['Slow', 1, 1]), also: { deadline: 264 } },
  node_err_not_found: node(['Fail', 1, 1]),
  node_server_stream: node(['CountTo', 5]),
  node_client_stream: node(['SumAll', [pair(1, 10), pair(2, 20), pair(3, 30), pair(4, 40)]]),
  node_order_rich: node(['CreateOrder', RICH]),
  node_big_up: node(['BigLen', BIG]),
  node_big_down: node(['BigGet', 1]),
  py_fun_add: python(['Add', 2, 3]),
  py_fun_add_2calls: python(['Add', 2, 3], ['Add', -7, 300]),
  py_add_zero: python(['Add', 0, 0]),
  py_err_unimplemented: python(['Missing', 1, 1]),
  py_err_deadline: { ...python(['Slow', 1, 1]), also: { deadline: 300 }, atDeadline: 'both' },
  py_metadata_deadline: {
    ...python(['Add', 2, 3]),
    also: {
      deadline: 5000,
      metadata: [
        { name: 'x-token', value: 'abc123' },
        { name: 'x-trace-bin', value: 'AQID+g==' },
      ],
    },
  },
  py_order_rich: python(['CreateOrder', RICH]),
  py_big_down: python(['BigGet', 1]),
  node_to_py_fun_add: { ...node(['Add', 2, 3]), server: 'c-core' },
  py_to_node_fun_add: { ...python(['Add', 2, 3]), server: 'grpc-js' },
};

/** The frames of a stream, without those that vary; the preface is one too. */
function frames(octets: Uint8Array, sender: 'client' | 'server', withoutGoaway: boolean): string[] {
  const reader = new FrameReader(sender);
  reader.maxFrameSize = 0xffffff;
  return [...reader.push(octets), ...reader.end()].flatMap(received => {
    const name = received.kind === 'frame' ? received.frame.type : received.kind;
    if (name === 'WINDOW_UPDATE' || name === 'PING' || (withoutGoaway && name === 'GOAWAY')) return [];
    return [`${name} ${Buffer.from(received.pdu.bytes).toString('hex')}`];
  });
}

function serviceFor({ calls }: Recorded) {
  const service = parseInterface(/Order|Big/.test(calls[0][0]) ? ORDERS : CALCULATOR);
  const served = { ...service, methods: service.methods.filter(({ name }) => name !== 'Missing') };
  return { service, served };
}

describe.each(Object.entries(RECORDED))('%s', (name, recorded) => {
  const [{ c2s, s2c }] = readStreams('grpc', name);
  const date = new FrameReader('server')
    .push(s2c)
    .flatMap(received => (received.kind === 'frame' ? (received.fields ?? []) : []))
    .find(field => field.name === 'date')?.value;
  const { client, server, also, atDeadline } = recorded;
  const setting = { ...serviceFor(recorded), options: { client, server }, authority: '127.0.0.1:50051', atDeadline };
  const calls = recorded.calls.map(([method, ...args]) => ({ method, args, ...also }));
  const conversation = converse({ ...setting, now: date ? Date.parse(date) : 0 }, calls, perform);

  test('the frames are equal in both directions', () => {
    const race = client !== server;
    expect(frames(Buffer.concat(conversation.c2s), 'client', race)).toEqual(frames(c2s, 'client', race));
    expect(frames(Buffer.concat(conversation.s2c), 'server', race)).toEqual(frames(s2c, 'server', race));
  });

  test('each octet of the capture is explained, whatever the segments are', () => {
    for (const [direction, stream] of [['c2s', c2s] as const, ['s2c', s2c] as const]) {
      for (const size of [1, 1448, stream.length]) {
        if (size === 1 && stream.length > 5000) continue;
        const dissector = grpc.dissect(direction);
        const pdus = [];
        for (let at = 0; at < stream.length; at += size)
          pdus.push(...dissector.push(stream.slice(at, at + size)).map(({ pdu }) => pdu));
        pdus.push(...dissector.end().map(({ pdu }) => pdu));
        expect(Buffer.concat(pdus.map(({ bytes }) => bytes)).equals(stream)).toBe(true);
        for (const { annotations, bytes, content } of pdus) {
          expect(tilingFault(annotations, bytes.length)).toBeUndefined();
          expect(leafFields(annotations).filter(leaf => leaf.kind.role === 'unknown')).toEqual([]);
          if (content) expect(tilingFault(content.annotations, content.bytes.length)).toBeUndefined();
        }
      }
    }
  });

  test('the conversation is recognised', () => {
    expect(grpc.recognise(c2s, s2c)).toBeGreaterThanOrEqual(0.8);
  });
});

test('every capture is matched', () => {
  const captures = readdirSync(new URL('../../../test/captures/grpc', import.meta.url));
  const names = captures.filter(name => name.endsWith('.pcap')).map(name => name.replace('.pcap', ''));
  expect(names.sort()).toEqual(Object.keys(RECORDED).sort());
});
