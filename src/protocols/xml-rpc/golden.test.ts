import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecorded, readStreams } from '../../../test/captures/streams';
import { parseInterface } from '../../idl/parse';
import { Dynamic, LocalDateTime, type Outcome, type Value } from '../../idl/value';
import { leafFields } from '../../wire/bytes/field-tree';
import type { Pdu } from '../../wire/bytes/pdu';
import { tilingFault } from '../../wire/bytes/tiling';
import { completeOptions } from '../options';
import type { Call, Options, SessionContext } from '../protocol';
import { xmlRpc } from './xml-rpc';

/** The functions of the captured server, test/captures/xmlrpc/*.json. */
const SERVICE = parseInterface(`
struct Item { sku: string, qty: int, price: double }
struct Order {
  id: string, name: string, city: string, mood: string, delta: int, price: double, paid: boolean, blob: bytes, nums: list<int>,
  items: list<Item>, stock: map<int>, note: string, extra: any, created: datetime
}
struct Accepted { ok: boolean, order: Order }
fun_add(a: int, b: int): int
echo(x: any): any
divide(a: int, b: int): int
create_order(o: Order): Accepted
app_fault(): void
big_len(x: string): list<int>
big_get(n: int): string
boom(): void
`);

const map = (members: Record<string, Value>) => new Map(Object.entries(members));
const ORDER = map({
  id: '9007199254740993',
  name: 'Alice',
  city: '北京市海淀区',
  mood: '🚀 ok',
  delta: -123456,
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the captured value.
  price: 3.14159,
  paid: true,
  blob: Uint8Array.of(0, 1, 2, 127, 128, 254, 255),
  nums: Array.from({ length: 300 }, (_, i) => i + 1),
  items: [map({ sku: 'A-1', qty: 1, price: 9.99 }), map({ sku: '茶', qty: -2, price: 0.5 })],
  stock: map({ apple: 3, 梨: -7 }),
  note: '',
  extra: new Dynamic({ kind: 'void' }, null),
  created: new LocalDateTime('2024-02-29T12:34:56'),
});
const BIG = Array.from({ length: 12500 }, (_, i) => `${String(i).padStart(7, '0')},`).join('');

interface Exchange {
  readonly call: Call | readonly Call[];
  readonly outcome?: Outcome | readonly Outcome[];
}

interface Case {
  readonly options?: Options;
  /** Functions of the service that this server does not have. */
  readonly without?: string;
  readonly exchanges: readonly Exchange[];
}

const returned = (value: Value): Outcome => ({ kind: 'returned', value });
const call = (method: string, ...args: Value[]): Call => ({ method, args });
const FUN_ADD = { call: call('fun_add', 2, 3), outcome: returned(5) };
const CREATE_ORDER = { call: call('create_order', ORDER), outcome: returned(map({ ok: true, order: ORDER })) };
const text = (value: string) => new Dynamic({ kind: 'string' }, value);
const ECHO = { call: call('echo', text('你好')), outcome: returned(text('你好')) };
const NODE = { client: 'node', server: 'node' };

const CASES: Readonly<Record<string, Case>> = {
  fun_add: { options: { http: '1.0' }, exchanges: [FUN_ADD] },
  fun_add_http11: { exchanges: [FUN_ADD] },
  fun_add_keepalive2: {
    exchanges: [FUN_ADD, { call: call('fun_add', -7, 2147483547), outcome: returned(2147483540) }],
  },
  echo_unicode: { exchanges: [ECHO] },
  fault_unknown_method: { exchanges: [{ call: call('no_such_method', 1) }] },
  fault_app: {
    options: { http: '1.0' },
    exchanges: [
      { call: call('app_fault'), outcome: { kind: 'threw', error: { code: 42, message: 'no such user: 李雷 <&>' } } },
    ],
  },
  order_rich: { exchanges: [CREATE_ORDER] },
  system_listMethods: { without: 'boom', exchanges: [{ call: call('system.listMethods') }] },
  big_up: { exchanges: [{ call: call('big_len', BIG), outcome: returned([100000, 1781909606]) }] },
  node_fun_add: { options: NODE, exchanges: [FUN_ADD] },
  node_to_py_fun_add: { options: { client: 'node' }, exchanges: [FUN_ADD] },
  node_echo_unicode: { options: NODE, exchanges: [ECHO] },
  node_fault: {
    options: NODE,
    exchanges: [{ call: call('boom'), outcome: { kind: 'threw', error: { code: 42, message: '余额不足 <kaboom>' } } }],
  },
  node_order_rich: { options: NODE, exchanges: [CREATE_ORDER] },
};

const of = (kind: 'boolean' | 'int' | 'double' | 'bytes' | 'void', value: Value) => new Dynamic({ kind }, value);
const SCALARS = new Dynamic({ kind: 'list', element: { kind: 'any' } }, [
  of('boolean', true),
  of('boolean', false),
  of('void', null),
  ...[0, -1, 2147483647, -2147483648].map(value => of('int', value)),
  ...[ORDER.get('price')!, -0, 1e100].map(value => of('double', value)),
  text(''),
  text('😀'),
  new Dynamic({ kind: 'list', element: { kind: 'any' } }, []),
  new Dynamic({ kind: 'map', value: { kind: 'any' } }, new Map()),
  of('bytes', new Uint8Array()),
  of(
    'bytes',
    Uint8Array.from({ length: 100 }, (_, i) => i),
  ),
]);
const DIVIDED: Outcome = {
  kind: 'threw',
  error: { exception: 'ZeroDivisionError', message: 'integer division or modulo by zero' },
};
const NOT_FOUND = { without: 'boom', exchanges: [{ call: call('no_such_method', 1) }] };
const { created: _, ...WITHOUT_DATE } = Object.fromEntries(ORDER);
/** What a JavaScript program sends in place of null. */
const NODE_ORDER = map({ ...WITHOUT_DATE, extra: text(''), created: ORDER.get('created')! });

/** Conversations of real peers that were recorded between them. */
const RECORDED: Readonly<Record<string, Case>> = {
  scalars: { options: { http: '1.0' }, exchanges: [{ call: call('echo', SCALARS), outcome: returned(SCALARS) }] },
  // The parser turns CR LF into LF (XML 1.0 §2.11), so the server echoes another text.
  echo_escape: {
    exchanges: [{ call: call('echo', text('a<b>&"c\'\r\n\t x ')), outcome: returned(text('a<b>&"c\'\n\t x ')) }],
  },
  gzip_reply: { exchanges: [{ call: call('big_get', 200), outcome: returned(BIG.slice(0, 1600)) }] },
  fault_exception: { exchanges: [{ call: call('divide', 1, 0), outcome: DIVIDED }] },
  system_multicall: {
    exchanges: [
      {
        call: [call('fun_add', 2, 3), call('divide', 1, 0), call('echo', text('你好'))],
        outcome: [returned(5), DIVIDED, returned(text('你好'))],
      },
    ],
  },
  big_down: { exchanges: [{ call: call('big_get', 12500), outcome: returned(BIG) }] },
  node_unknown: { options: NODE, ...NOT_FOUND },
  node_to_py_unknown: { options: { client: 'node' }, ...NOT_FOUND },
  node_to_py_http10: { options: { client: 'node', http: '1.0' }, exchanges: [FUN_ADD] },
  node_to_py_order: {
    options: { client: 'node' },
    exchanges: [{ call: call('create_order', NODE_ORDER), outcome: returned(map({ ok: true, order: NODE_ORDER })) }],
  },
  node_to_py10_order: { options: { client: 'node', http: '1.0' }, exchanges: [CREATE_ORDER] },
  py_to_node_fun_add: { options: { server: 'node' }, exchanges: [FUN_ADD] },
  py_to_node_unknown: { options: { server: 'node' }, ...NOT_FOUND },
  py_to_node_order: { options: { server: 'node' }, exchanges: [CREATE_ORDER] },
};

const ALL: Readonly<Record<string, Case>> = { ...CASES, ...RECORDED };
const streamsOf = (name: string) => (name in CASES ? readStreams : readRecorded)('xmlrpc', name);

const NAMES = readdirSync(new URL('../../../test/captures/xmlrpc', import.meta.url))
  .filter(file => file.endsWith('.pcap'))
  .map(file => file.slice(0, -'.pcap'.length));

const RECORDED_NAMES = readdirSync(new URL('../../../test/captures/xmlrpc/streams', import.meta.url)).map(file =>
  file.slice(0, -'.json'.length),
);

/** Both streams of a conversation that the protocol leads with itself, and where each write ended. */
function converse({ options = {}, without, exchanges }: Case, now: number) {
  const context: SessionContext = {
    service: { ...SERVICE, methods: SERVICE.methods.filter(({ name }) => name !== without) },
    options: completeOptions(xmlRpc.options, options),
    authority: '127.0.0.1:8000',
    now: () => now,
    random: () => 0,
  };
  const client = xmlRpc.openClient(context).connect();
  const server = xmlRpc.openServer(context).accept();
  const sent = { c2s: [] as Uint8Array[], s2c: [] as Uint8Array[], segments: [] as (readonly [string, number])[] };
  const write = (direction: 'c2s' | 's2c', { pdu, writes }: { pdu: Pdu; writes: readonly number[] }) => {
    sent[direction].push(pdu.bytes);
    writes.forEach((end, i) => {
      sent.segments.push([direction, end - (writes[i - 1] ?? 0)]);
    });
    return pdu.bytes;
  };
  const outcomes = exchanges.flatMap(({ call, outcome }) => {
    const calls = 'method' in call ? [call] : call;
    const [request] = server.receive(write('c2s', client.request(calls, calls.length > 1)));
    if ('code' in request.content!) throw new Error(request.content.code);
    const reply = request.content!.reply(outcome ? [outcome].flat() : [])!;
    const [incoming] = client.receive(write('s2c', reply));
    return 'outcomes' in incoming.content! ? incoming.content.outcomes : [];
  });
  return { c2s: Buffer.concat(sent.c2s), s2c: Buffer.concat(sent.s2c), segments: sent.segments, outcomes };
}

/** The time that the capture's Date header shows: the one thing about it that is left to chance. */
function dateOf(s2c: Uint8Array): number {
  return Date.parse(/\r\nDate: ([^\r]*)/.exec(Buffer.from(s2c).toString('latin1'))![1]);
}

describe('golden captures of XML-RPC', () => {
  it('all have a case', () => {
    expect(Object.keys(CASES).sort()).toEqual(NAMES.sort());
    expect(Object.keys(RECORDED).sort()).toEqual(RECORDED_NAMES.sort());
  });

  it.each(Object.keys(ALL))('%s is reproduced byte for byte, write for write', name => {
    const [{ c2s, s2c, segments }] = streamsOf(name);
    const spoken = converse(ALL[name], dateOf(s2c));
    expect(Buffer.from(spoken.c2s).toString('latin1')).toBe(Buffer.from(c2s).toString('latin1'));
    expect(Buffer.from(spoken.s2c).toString('latin1')).toBe(Buffer.from(s2c).toString('latin1'));
    if (segments.length > 0 && name !== 'big_up') expect(spoken.segments).toEqual(segments);
  });

  it.each(Object.keys(ALL))('%s gives the client what the server’s function returned', name => {
    const { exchanges } = ALL[name];
    const { outcomes } = converse(ALL[name], 0);
    const expected = exchanges.flatMap(({ outcome }) => outcome ?? []);
    expected.forEach((outcome, i) => {
      if (outcome.kind === 'returned') expect(outcomes[i]).toEqual(outcome);
      else expect(outcomes[i]).toMatchObject({ kind: 'threw', error: { code: outcome.error.code ?? 1 } });
    });
  });

  it.each(Object.keys(ALL))('%s is explained to the last octet, and recognised', name => {
    for (const { c2s, s2c } of streamsOf(name)) {
      expect(xmlRpc.recognise(c2s, s2c)).toBe(1);
      for (const [direction, octets] of [
        ['c2s', c2s],
        ['s2c', s2c],
      ] as const) {
        const dissector = xmlRpc.dissect(direction);
        const pdus = [...dissector.push(octets), ...dissector.end()].map(({ pdu }) => pdu);
        expect(pdus.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(octets.length);
        for (const pdu of pdus) expectExplained(pdu);
      }
    }
  });
});

function expectExplained(pdu: Pdu): void {
  expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  expect(leafFields(pdu.annotations).filter(({ kind }) => kind.role === 'unknown')).toEqual([]);
  if (pdu.content) expectExplained(pdu.content);
}
