import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
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
echo(x: string): string
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
  readonly call: Call;
  readonly outcome?: Outcome;
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
const ECHO = { call: call('echo', '你好'), outcome: returned('你好') };
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

const NAMES = readdirSync(new URL('../../../test/captures/xmlrpc', import.meta.url))
  .filter(file => file.endsWith('.pcap'))
  .map(file => file.slice(0, -'.pcap'.length));

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
    const [request] = server.receive(write('c2s', client.request([call], false)));
    if ('code' in request.content) throw new Error(request.content.code);
    const reply = request.content.reply(outcome ? [outcome] : [])!;
    const [incoming] = client.receive(write('s2c', reply));
    return 'outcomes' in incoming.content ? incoming.content.outcomes : [];
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
  });

  it.each(NAMES)('%s is reproduced byte for byte, write for write', name => {
    const [{ c2s, s2c, segments }] = readStreams('xmlrpc', name);
    const spoken = converse(CASES[name], dateOf(s2c));
    expect(Buffer.from(spoken.c2s).toString('latin1')).toBe(Buffer.from(c2s).toString('latin1'));
    expect(Buffer.from(spoken.s2c).toString('latin1')).toBe(Buffer.from(s2c).toString('latin1'));
    if (name !== 'big_up') expect(spoken.segments).toEqual(segments);
  });

  it.each(NAMES)('%s gives the client what the server’s function returned', name => {
    const { exchanges } = CASES[name];
    const { outcomes } = converse(CASES[name], 0);
    exchanges.forEach(({ outcome }, i) => {
      if (outcome) expect(outcomes[i]).toEqual(outcome);
    });
  });

  it.each(NAMES)('%s is explained to the last octet, and recognised', name => {
    for (const { c2s, s2c } of readStreams('xmlrpc', name)) {
      expect(xmlRpc.recognise(c2s, s2c)).toBe(1);
      for (const [direction, octets] of [
        ['c2s', c2s],
        ['s2c', s2c],
      ] as const) {
        const dissector = xmlRpc.dissect(direction);
        const pdus = [...dissector.push(octets), ...dissector.end()];
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
