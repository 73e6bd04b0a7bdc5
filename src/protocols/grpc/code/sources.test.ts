import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseInterface } from '../../../idl/parse';
import { protoText } from './proto-text';
import { sources } from './sources';

const TEXT = `service demo.Shop
enum Color { NONE = 0, RED = 7 }
struct Item { sku: string, color: Color, price?: double, stock: map<int> }
struct Contact { marks: list<int> @unpacked, oneof by { email: string, phone: long = 19 }, city: string }
add(a: int, b: uint @fixed): long
order(item: Item): list<Item>
count_to(n: int): stream int
`;

test('the interface is a .proto file', () => {
  expect(protoText(parseInterface(TEXT))).toEqual([
    'syntax = "proto3";',
    'package demo;',
    'service Shop {',
    '  rpc add (AddRequest) returns (AddReply);',
    '  rpc order (Item) returns (OrderReply);',
    '  rpc count_to (CountToRequest) returns (stream CountToReply);',
    '}',
    'message AddRequest { int32 a = 1; fixed32 b = 2; }',
    'message AddReply { int64 result = 1; }',
    'message OrderReply { repeated Item result = 1; }',
    'message CountToRequest { int32 n = 1; }',
    'message CountToReply { int32 result = 1; }',
    'message Item { string sku = 1; Color color = 2; optional double price = 3; map<string, int32> stock = 4; }',
    'message Contact { repeated int32 marks = 1 [packed = false]; oneof by { string email = 2; int64 phone = 19; } string city = 20; }',
    'enum Color { NONE = 0; RED = 7; }',
  ]);
});

const PYTHON = '/usr/bin/python3';

test.skipIf(!existsSync(PYTHON))(
  'Python’s programs are programs, and each of the ten steps lights lines of them',
  () => {
    const texts = sources({
      service: parseInterface(`${TEXT}sum(items: stream Item): long\nping()\n`),
      options: { client: 'c-core', server: 'c-core', compression: 'gzip' },
      authority: 'localhost:8080',
      calls: [
        { method: 'add', args: [2, 3], deadline: 300, metadata: [{ name: 'x-user', value: 'a "b"' }] },
        { method: 'count_to', args: [3] },
      ],
      functions: {
        add: { does: 'add' },
        order: { does: 'return', value: [] },
        count_to: { does: 'throw', code: 5, message: 'no "such"' },
        sum: { does: 'length' },
        ping: { does: 'return', value: null },
      },
    });
    const steps = Object.values(texts).flatMap(({ litBy }) => Object.keys(litBy).map(Number));
    expect([...new Set(steps)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const input = JSON.stringify(Object.values(texts).map(({ text }) => text));
    const parse = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
    expect(spawnSync(PYTHON, ['-c', parse], { input, encoding: 'utf8' }).stderr).toBe('');
    expect(texts.client.text).toContain('stub.add(AddRequest(a=2, b=3), timeout=0.3, metadata=[("x-user", ');
  },
);

test('each of the ten steps lights lines of a program', () => {
  const texts = sources({
    service: parseInterface(TEXT),
    options: {},
    authority: 'localhost:8080',
    calls: [{ method: 'add', args: [2, 3] }],
    functions: { add: { does: 'add' } },
  });
  const steps = Object.values(texts).flatMap(({ litBy }) => Object.keys(litBy).map(Number));
  expect([...new Set(steps)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(texts.client.text).toContain('client.add({ a: 2, b: 3 }, (error, reply) => {');
});
