// The built-in scenarios, from the smallest to the largest. Their titles are in preset-texts.ts.
import { CANONICAL } from './canonical';
import { UNIMPAIRED } from './faults';
import { callCount, isMany } from './load';
import { LIBRARY_POLICY, USUAL_RETRY } from './policy';
import type { PresetId } from './preset-texts';
import type { Scenario } from './scenario';

/** A scenario to begin with. */
export interface Preset {
  /** Never changes once released: links and commands name it. */
  readonly id: PresetId;
  readonly scenario: Scenario;
}

const ORDER_INTERFACE = `struct Item { sku: string, qty: int, price?: double }
struct Order {
  id: string
  name: string
  city: string
  paid: boolean
  created: datetime
  items: list<Item>
  stock: map<int>
  note?: string
}
struct Receipt { ok: boolean, order: Order }
create_order(order: Order): Receipt
`;

const CALCULATOR = 'service demo.Calculator\nfun_add(a: int, b: int): int\n';

const ORDER_SCENARIO: Partial<Scenario> = {
  interface: ORDER_INTERFACE,
  server: { create_order: { does: 'receipt' } },
  calls: [
    {
      method: 'create_order',
      args: [
        {
          id: 'A-1001',
          name: 'Alice',
          city: '北京市海淀区',
          paid: true,
          created: '2024-02-29T12:34:56',
          items: [
            { sku: 'A-1', qty: 1, price: 9.99 },
            { sku: '茶', qty: 2 },
          ],
          stock: { apple: 3, 梨: 7 },
          note: 'ring twice <&>',
        },
      ],
    },
  ],
};

/** Ten callers share two workers. Every fourth call asks for something that takes a while. */
const THOUSAND_CALLS = {
  interface: 'fun_add(a: int, b: int): int\nreport(month: int): string\n',
  server: { fun_add: { does: 'add' }, report: { does: 'return', value: 'ok', takes: 30_000 } },
  calls: [
    { method: 'fun_add', args: [2, 3] },
    { method: 'fun_add', args: [-7, 300] },
    { method: 'fun_add', args: [1, 1] },
    { method: 'report', args: [12] },
  ],
  impairments: { ...UNIMPAIRED, jitter: 10_000 },
  load: { rounds: 250, callers: 10, workers: 2 },
} as const;

const BIG_UPLOAD: Partial<Scenario> = {
  interface: 'big_len(text: string): list<int>\n',
  server: { big_len: { does: 'measure' } },
  calls: [{ method: 'big_len', args: [numbers(12_500)] }],
};

/** Of the canonical demo: the second half of the request, behind SYN, ACK and the HTTP head; and the reply, behind SYN ACK and two ACKs. */
const ARGUMENTS = { connection: 0, direction: 'c2s', nth: 3 } as const;
const REPLY = { connection: 0, direction: 's2c', nth: 3 } as const;

/** Three calls, made at the same time. */
const AT_ONCE: Partial<Scenario> = {
  calls: [1, 2, 3].map(a => ({ method: 'fun_add', args: [a, a] })),
  load: { rounds: 1, callers: 3, workers: 3 },
};

/** The server executes the call, and crashes before it can answer. */
const CRASHES_AFTER: Partial<Scenario> = {
  faults: [{ does: 'crash', when: { execution: 0, phase: 'after' }, lasts: 50_000 }],
};

/** Every built-in scenario; the first is the canonical demo. */
export const presets: readonly Preset[] = [
  { id: 'xml-rpc-fun-add', scenario: CANONICAL },
  preset('json-rpc-fun-add', { protocol: 'json-rpc' }),
  preset('json-rpc-named', { protocol: 'json-rpc', calls: [{ method: 'fun_add', args: { a: 2, b: 3 } }] }),
  preset('json-rpc-tcp', { protocol: 'json-rpc', options: { transport: 'tcp' } }),
  preset('rest-fun-add', { protocol: 'rest' }),
  preset('grpc-fun-add', { protocol: 'grpc', interface: CALCULATOR }),
  preset('grpc-two-calls', {
    protocol: 'grpc',
    interface: CALCULATOR,
    calls: [
      { method: 'fun_add', args: [2, 3] },
      { method: 'fun_add', args: [-7, 300] },
    ],
  }),
  preset('grpc-deadline', {
    protocol: 'grpc',
    interface: CALCULATOR,
    server: { fun_add: { does: 'add', takes: 400_000 } },
    calls: [
      { method: 'fun_add', args: [2, 3], metadata: [{ name: 'x-user', value: 'alice' }], deadline: 200 },
      { method: 'fun_add', args: [2, 3] },
    ],
  }),
  preset('dubbo-fun-add', { protocol: 'dubbo' }),
  preset('thrift-fun-add', { protocol: 'thrift', options: { encoding: 'compact', framing: 'framed' } }),
  preset('xml-rpc-http-1.0', { options: { http: '1.0' } }),
  preset('xml-rpc-npm', { options: { client: 'node', server: 'node' } }),
  preset('xml-rpc-keep-alive', {
    calls: [
      { method: 'fun_add', args: [2, 3] },
      { method: 'fun_add', args: [-7, 2147483547] },
    ],
  }),
  preset('xml-rpc-echo', {
    interface: 'echo(text: string): string\n',
    server: { echo: { does: 'echo' } },
    calls: [{ method: 'echo', args: ['你好'] }],
  }),
  preset('xml-rpc-order', ORDER_SCENARIO),
  preset('dubbo-order', { ...ORDER_SCENARIO, protocol: 'dubbo' }),
  preset('json-rpc-order', { ...ORDER_SCENARIO, protocol: 'json-rpc' }),
  preset('xml-rpc-divide-by-zero', {
    interface: 'divide(a: int, b: int): int\n',
    server: { divide: { does: 'divide' } },
    calls: [{ method: 'divide', args: [1, 0] }],
  }),
  preset('xml-rpc-unknown-method', {
    interface: 'fun_add(a: int, b: int): int\nno_such_method(a: int): int\n',
    calls: [{ method: 'no_such_method', args: [1] }],
  }),
  preset('json-rpc-error', {
    protocol: 'json-rpc',
    interface: 'withdraw(amount: double): double\n',
    server: { withdraw: { does: 'throw', code: -32050, message: '余额不足', data: { need: 10, have: 2.5 } } },
    calls: [{ method: 'withdraw', args: [10] }],
  }),
  preset('thrift-exception', {
    protocol: 'thrift',
    interface: 'exception NotFound { code: int, message: string }\nfind(id: long): string throws NotFound\n',
    server: { find: { does: 'raise', exception: 'NotFound', value: { code: 404, message: '没有 7' } } },
    calls: [{ method: 'find', args: ['7'] }],
  }),
  preset('json-rpc-batch', {
    protocol: 'json-rpc',
    interface: 'fun_add(a: int, b: int): int\necho(text: string): string\noneway note(text: string)\n',
    server: { fun_add: { does: 'add' }, echo: { does: 'echo' }, note: { does: 'return', value: null } },
    calls: [
      {
        batch: [
          { method: 'fun_add', args: [2, 3] },
          { method: 'note', args: ['bye'], oneway: true },
          { method: 'echo', args: ['你好'] },
        ],
      },
    ],
  }),
  preset('xml-rpc-list-methods', {
    interface: 'fun_add(a: int, b: int): int\nsystem.listMethods(): list<string>\n',
    calls: [{ method: 'system.listMethods', args: [] }],
  }),
  preset('xml-rpc-gzip', {
    interface: 'big_get(n: int): string\n',
    server: { big_get: { does: 'count-up' } },
    calls: [{ method: 'big_get', args: [200] }],
  }),
  preset('xml-rpc-big-upload', BIG_UPLOAD),
  preset('lost-syn', { faults: [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 0 } }] }),
  preset('lost-reply', { faults: [{ does: 'drop', packet: REPLY }] }),
  preset('damaged-reply', { faults: [{ does: 'flip', packet: REPLY, bits: [2175] }] }),
  // A bit of the digit 3, which becomes a 7, and one of the XML declaration, which nobody reads.
  preset('unseen-damage', { faults: [{ does: 'flip', packet: ARGUMENTS, bits: [1669, 565] }] }),
  preset('lossy-line', { ...BIG_UPLOAD, impairments: { ...UNIMPAIRED, loss: 0.01 } }),
  preset('timeout-though-committed', {
    server: { fun_add: { does: 'add', takes: 600_000 } },
    policy: { ...LIBRARY_POLICY, timeout: 500 },
  }),
  preset('executed-twice', { ...CRASHES_AFTER, policy: { timeout: 500, retry: USUAL_RETRY, deduplication: 'none' } }),
  preset('executed-once', { ...CRASHES_AFTER, policy: { timeout: 500, retry: USUAL_RETRY, deduplication: 'durable' } }),
  preset('still-waiting', { faults: [{ does: 'hang', when: { execution: 0, phase: 'before' } }] }),
  preset('crash-before', {
    faults: [{ does: 'crash', when: { execution: 0, phase: 'before' }, lasts: 50_000 }],
    policy: { timeout: 500, retry: { ...USUAL_RETRY, evenIfExecuted: false }, deduplication: 'none' },
  }),
  preset('hedged', {
    protocol: 'grpc',
    interface: CALCULATOR,
    server: { fun_add: { does: 'add', takes: 300_000 } },
    policy: { ...LIBRARY_POLICY, hedge: { after: 150, attempts: 2 } },
    load: { rounds: 1, callers: 1, workers: 2 },
  }),
  preset('one-connection', { ...AT_ONCE, connection: { ...CANONICAL.connection, pool: 1 } }),
  preset('all-wait', {
    ...AT_ONCE,
    protocol: 'grpc',
    interface: CALCULATOR,
    load: { rounds: 1, callers: 3, workers: 1 },
    faults: [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 5 } }],
  }),
  preset('thousand-calls', THOUSAND_CALLS),
  preset('thousand-calls-lossy', {
    ...THOUSAND_CALLS,
    protocol: 'grpc',
    interface: `service demo.Calculator\n${THOUSAND_CALLS.interface}`,
    calls: THOUSAND_CALLS.calls.map(call => ({ ...call, deadline: 200 })),
    impairments: { ...UNIMPAIRED, jitter: 10_000, loss: 0.01 },
  }),
];

/** Those whose runs are shown as a whole: what is true of a thousand calls is true of these. */
export const smallPresets = presets.filter(({ scenario }) => !isMany(callCount(scenario)));

/** Of those, the ones in which nothing goes wrong on the way. */
export const smoothPresets = smallPresets.filter(
  ({ scenario }) => scenario.faults.length === 0 && Object.values(scenario.impairments).every(rate => rate === 0),
);

/** The preset with this id, if there is one. */
export function presetById(id: string): Preset | undefined {
  return presets.find(each => each.id === id);
}

function preset(id: PresetId, changes: Partial<Scenario>): Preset {
  return { id, scenario: { ...CANONICAL, ...changes } };
}

/** Eight characters for each number; no part of the text occurs twice. */
function numbers(count: number): string {
  return Array.from({ length: count }, (_, number) => `${String(number).padStart(7, '0')},`).join('');
}
