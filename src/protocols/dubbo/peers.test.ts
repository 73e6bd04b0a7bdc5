// hessian.js, the encoder and decoder of Dubbo's implementations for Node, reads the data of our messages.
import hessianJs from 'hessian.js';
import { describe, expect, test } from 'vitest';
import { parseInterface } from '../../idl/parse';
import type { Value } from '../../idl/value';
import type { Options } from '../protocol';
import { dubbo } from './dubbo';

const HEADER = 16;
const SERVICE = parseInterface(`service com.demo.Calculator
struct Item { sku: string, qty: int }
order(id: long, items: list<Item>, stock: map<int>, paid: boolean): Item
`);
const ITEM = new Map<string, Value>([
  ['sku', '茶🚀'],
  ['qty', -2],
]);
const ARGS: readonly Value[] = [7n, [ITEM, ITEM], new Map([['apple', 3]]), true];
const TEA = { sku: '茶🚀', qty: -2 };

function open(options: Options) {
  const context = { service: SERVICE, options, authority: 'localhost:1', now: () => 0, random: () => 0 };
  const client = dubbo.openClient(context).connect();
  return { client, server: dubbo.openServer(context).accept() };
}

/** As many values as hessian.js finds in the data of a message. */
function decoded(bytes: Uint8Array, count: number): unknown[] {
  const decoder = new hessianJs.DecoderV2(Buffer.from(bytes.subarray(HEADER)));
  return Array.from({ length: count }, () => decoder.read());
}

describe('hessian.js reads', () => {
  test.each(['dubbo2', 'sofa'])('the request of %s', client => {
    const { pdu } = open({ client }).client.request([{ method: 'order', args: ARGS }], false);
    const values = decoded(pdu.bytes, 10);
    expect(values.slice(1, 4)).toEqual(['com.demo.Calculator', '1.0.0', 'order']);
    expect(values[4]).toBe(
      client === 'dubbo2'
        ? 'JLjava/util/List;Ljava/util/Map;Z'
        : 'Ljava/lang/Long;Ljava/util/ArrayList;Ljava/util/HashMap;Z',
    );
    expect(values.slice(5, 9)).toEqual([7, [TEA, TEA], { apple: 3 }, true]);
    expect(values[9]).toMatchObject({ path: 'com.demo.Calculator', version: '1.0.0' });
  });

  test.each(['typed', 'plain'])('a response whose value is %s', results => {
    const { client, server } = open({ results });
    const [{ content }] = server.receive(client.request([{ method: 'order', args: ARGS }], false).pdu.bytes);
    if (!content || !('reply' in content)) throw new Error('no request was read');
    const { pdu } = content.reply([{ kind: 'returned', value: ITEM }])!;
    expect(decoded(pdu.bytes, 2)).toEqual([1, TEA]);
  });
});

describe('An enum', () => {
  const service = parseInterface(`service com.demo.Paint
enum Color { RED = 1, BLUE = 7 }
mix(one: Color, all: map<Color, int>): Color`);
  const args: readonly Value[] = [7, new Map([['RED', 2]])];

  function call(options: Options, color: Value) {
    const context = { service, options, authority: 'localhost:1', now: () => 0, random: () => 0 };
    const client = dubbo.openClient(context).connect();
    const server = dubbo.openServer(context).accept();
    const request = client.request([{ method: 'mix', args }], false).pdu.bytes;
    const [{ content }] = server.receive(request);
    if (!content || !('reply' in content)) throw new Error('no request was read');
    const reply = content.reply([{ kind: 'returned', value: color }])!.pdu.bytes;
    return {
      request,
      reply,
      invocations: content.invocations,
      answers: client.receive(reply).map(each => each.content),
    };
  }

  test('with Java types is an object with the name of the constant, as hessian-lite writes it, and hessian.js reads it so', () => {
    const { request, reply, invocations, answers } = call({}, 1);
    const values = decoded(request, 7);
    expect(values[4]).toBe('Lcom/demo/Color;Ljava/util/Map;');
    expect(values[5]).toEqual({ name: 'BLUE' });
    expect(decoded(reply, 2)).toEqual([1, { name: 'RED' }]);
    const octets = Buffer.from(reply.subarray(HEADER + 1)).toString('latin1');
    // Hessian 2.0 §4.8: a class definition, one field, then the object of class 0 and its only value.
    expect(octets).toContain('C\x0ecom.demo.Color\x91\x04name`\x03RED');
    expect(invocations).toEqual([{ method: 'mix', args }]);
    expect(answers).toEqual([{ outcomes: [{ kind: 'returned', value: 1 }] }]);
  });

  test('of plain JavaScript is its number, as is a number that no constant has', () => {
    expect(decoded(call({ client: 'sofa' }, 1).request, 6)[5]).toBe(7);
    expect(call({ results: 'plain' }, 7).answers).toEqual([{ outcomes: [{ kind: 'returned', value: 7 }] }]);
    expect(call({}, 5).answers).toEqual([{ outcomes: [{ kind: 'returned', value: 5 }] }]);
  });
});
