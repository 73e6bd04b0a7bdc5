// Captures of npm jayson 5.0.0, client and server, against this protocol: equal octets in both directions, and every octet explained.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { ANY, EMPTY_INTERFACE, INT, type Method, type ServiceInterface, STRING, type Type } from '../../idl/types';
import type { Dynamic, Outcome, ServiceError, Value } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import { leafFields } from '../../wire/bytes/field-tree';
import { tilingFault } from '../../wire/bytes/tiling';
import { dynamicValue } from '../json-values';
import type { Call, Outgoing, SessionContext } from '../protocol';
import { jsonRpc } from './json-rpc';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function method(name: string, params: Record<string, Type>, result: Type): Method {
  return {
    name,
    params: Object.entries(params).map(([name, type]) => ({ name, type })),
    result,
    throws: [],
    oneway: false,
  };
}

const METHODS = [
  method('fun_add', { a: INT, b: INT }, INT),
  method('echo', { value: ANY }, ANY),
  method('app_error', {}, ANY),
  method('create_order', { order: ANY }, ANY),
  method('big_len', { text: STRING }, INT),
  method('big_get', {}, STRING),
  method('note', { text: STRING }, ANY),
];

/** What a plain JavaScript value is as a value of the type `any`. */
function any(value: unknown): Dynamic {
  const json = (part: unknown): never =>
    (Array.isArray(part)
      ? part.map(json)
      : part !== null && typeof part === 'object'
        ? new Map(Object.entries(part).map(([name, member]) => [name, json(member)]))
        : part) as never;
  return dynamicValue(json(value));
}

const RICH = any({
  id: '9007199254740993',
  name: 'Alice',
  city: '北京市海淀区',
  mood: '🚀 ok',
  delta: -123456,
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the payload of the captures.
  price: 3.14159,
  paid: true,
  blob: 'AAECf4D+/w==',
  nums: Array.from({ length: 300 }, (_, i) => i + 1),
  items: [
    { sku: 'A-1', qty: 1, price: 9.99 },
    { sku: '茶', qty: -2, price: 0.5 },
  ],
  stock: { apple: 3, 梨: -7 },
  note: '',
  extra: null,
});
const BIG = Array.from({ length: 12500 }, (_, i) => `${String(i).padStart(7, '0')},`).join('');

const returned = (value: Value): Outcome => ({ kind: 'returned', value });
const threw = (error: ServiceError): Outcome => ({ kind: 'threw', error });

/** The functions of the captured server. */
const SERVICE: Record<string, (...args: readonly Value[]) => Outcome> = {
  fun_add: (a, b) => returned((a as number) + (b as number)),
  echo: value => returned(value),
  app_error: () => threw({ code: -32050, message: '余额不足', data: any({ need: 10, have: 2.5 }) }),
  create_order: order =>
    returned(
      new Map<string, Value>([
        ['ok', true],
        ['order', order],
      ]),
    ),
  big_len: string => returned((string as string).length),
  big_get: () => returned(BIG),
  note: () => returned(null),
};

interface Recorded {
  readonly calls: readonly (readonly Call[])[];
  readonly batch?: boolean;
  readonly options?: Readonly<Record<string, string>>;
}

const call = (name: string, ...args: Value[]): Call => ({ method: name, args });
const one = (name: string, ...args: Value[]): Recorded => ({ calls: [[call(name, ...args)]] });
const BATCH: Recorded = {
  calls: [
    [call('fun_add', 2, 3), call('no_such'), { method: 'note', args: ['x'], oneway: true }, call('echo', any('你好'))],
  ],
  batch: true,
};
const NOTIFY: Recorded = { calls: [[{ method: 'note', args: ['bye'], oneway: true }]] };

const HTTP: Record<string, Recorded> = {
  http_fun_add: one('fun_add', 2, 3),
  http_fun_add_named: { calls: [[{ method: 'fun_add', args: [2, 3], named: true }]] },
  http_keepalive2: { calls: [[call('fun_add', 2, 3)], [call('fun_add', -7, 2147483647)]] },
  http_echo_unicode: one('echo', any('你好')),
  http_v1_fun_add: { ...one('fun_add', 2, 3), options: { version: '1.0', serverVersion: '1.0' } },
  http_err_v1_to_v2_server: { ...one('fun_add', 2, 3), options: { version: '1.0' } },
  http_err_unknown: one('no_such_method', 1),
  http_batch: BATCH,
  http_notify: NOTIFY,
  http_order_rich: one('create_order', RICH),
  http_big_up: one('big_len', BIG),
};
const TCP: Record<string, Recorded> = {
  tcp_fun_add: one('fun_add', 2, 3),
  tcp_err_unknown: one('no_such_method', 1),
  tcp_notify: NOTIFY,
  tcp_order_rich: one('create_order', RICH),
  tcp_big_up: one('big_len', BIG),
};

const service: ServiceInterface = { ...EMPTY_INTERFACE, methods: METHODS };

/** Makes the recorded calls over one connection and returns what each side sent. */
function converse({ calls, batch = false, options = {} }: Recorded, authority: string, now: number) {
  const context: SessionContext = { service, options, authority, now: () => now, random: () => 0 };
  const client = jsonRpc.openClient(context).connect();
  const server = jsonRpc.openServer(context).accept();
  const sent: { c2s: Outgoing[]; s2c: Outgoing[] } = { c2s: [], s2c: [] };
  const outcomes: Outcome[] = [];
  for (const group of calls) {
    const request = client.request(group, batch);
    sent.c2s.push(request);
    for (const { content, pdu } of server.receive(request.pdu.bytes)) {
      expect(pdu.annotations.toColumns()).toEqual(request.pdu.annotations.toColumns());
      if (!('invocations' in content!)) throw new ProblemError(content!);
      const reply = content.reply(content.invocations.map(({ method, args }) => SERVICE[method](...args)));
      if (!reply) continue;
      sent.s2c.push(reply);
      for (const answer of client.receive(reply.pdu.bytes)) {
        expect(answer.pdu.annotations.toColumns()).toEqual(reply.pdu.annotations.toColumns());
        if (!('outcomes' in answer.content!)) throw new ProblemError(answer.content!);
        outcomes.push(...answer.content.outcomes);
      }
    }
  }
  return { sent, outcomes };
}

function joined(sent: readonly Outgoing[]): string {
  return sent.map(({ pdu }) => text(pdu.bytes)).join('');
}

describe.each(Object.entries({ ...HTTP, ...TCP }))('%s', (name, recorded) => {
  const [{ c2s, s2c, segments }] = readStreams('jsonrpc', name);
  const transport = name.startsWith('tcp') ? 'tcp' : 'http';
  const options = { transport, ...recorded.options };
  // The only volatile octets of these streams: the Date of the response.
  const date = /^Date: (.*)\r$/m.exec(text(s2c))?.[1];
  const port = transport === 'tcp' ? 8546 : 8545;
  const { sent } = converse({ ...recorded, options }, `127.0.0.1:${port}`, date ? Date.parse(date) : 0);

  test('the streams are equal in both directions', () => {
    expect(joined(sent.c2s)).toBe(text(c2s));
    expect(joined(sent.s2c)).toBe(text(s2c));
  });

  test('each message is one write', () => {
    const writes = [...sent.c2s, ...sent.s2c].map(message => message.writes);
    expect(writes.every(ends => ends.length === 1)).toBe(true);
    if (segments.length <= 4) expect(segments.length).toBe(writes.length);
  });

  test('each octet of the capture is explained, whatever the segments are', () => {
    for (const [direction, stream] of [['c2s', c2s] as const, ['s2c', s2c] as const]) {
      for (const size of [1, 1448, stream.length]) {
        if (size === 1 && stream.length > 5000) continue;
        const dissector = jsonRpc.dissect(direction);
        const pdus = [];
        for (let at = 0; at < stream.length; at += size)
          pdus.push(...dissector.push(stream.slice(at, at + size)).map(({ pdu }) => pdu));
        pdus.push(...dissector.end().map(({ pdu }) => pdu));
        expect(pdus.map(({ bytes }) => text(bytes)).join('')).toBe(text(stream));
        for (const { annotations, bytes } of pdus) {
          expect(tilingFault(annotations, bytes.length)).toBeUndefined();
          expect(leafFields(annotations).filter(leaf => leaf.kind.role === 'unknown')).toEqual([]);
        }
      }
    }
  });

  test('the conversation is recognised', () => {
    expect(jsonRpc.recognise(c2s, s2c)).toBeGreaterThanOrEqual(0.8);
  });
});

/** Captures that are not matched, and why. */
const NOT_MATCHED = {
  ws_fun_add: 'jayson over WebSocket (RFC 6455), which this protocol does not speak yet',
};

test('every capture is matched, or listed with the reason', () => {
  const captures = readdirSync(new URL('../../../test/captures/jsonrpc', import.meta.url));
  const names = captures.filter(name => name.endsWith('.pcap')).map(name => name.replace('.pcap', ''));
  expect(names.sort()).toEqual(Object.keys({ ...HTTP, ...TCP, ...NOT_MATCHED }).sort());
});
