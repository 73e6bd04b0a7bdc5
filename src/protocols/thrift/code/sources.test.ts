import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../../../idl/behaviour';
import { parseInterface } from '../../../idl/parse';
import type { Value } from '../../../idl/value';
import { sources } from './sources';
import { thriftText } from './thrift-text';

const PYTHON = '/usr/bin/python3';

const service = parseInterface(`service demo.Shop
enum Color { NONE = 0, RED = 7 }
struct Item { sku: string, color: Color, price?: double, tags: set<string>, sizes: map<Color, list<short>> }
struct Id { oneof by { number: long, name: string = 5 } }
exception Gone { message: string, item: Item }
find(id: Id, limit: byte, raw: bytes): list<Item> throws Gone
order(items: list<Item>, stock: map<int>): Item
oneway note(text: string)
nothing()
`);

const item = new Map<string, Value>([
  ['sku', 'a "quoted" 茶'],
  ['color', 7],
  ['tags', ['new']],
  [
    'sizes',
    new Map([
      ['RED', [1, 2]],
      ['9', []],
    ]),
  ],
]);
const id = new Map<string, Value>([['number', 2n ** 40n]]);
const CALLS: Readonly<Record<string, readonly Value[]>> = {
  find: [id, -1, new Uint8Array([0, 200])],
  order: [[item, item], new Map([['北京', 3]])],
  note: ['hello'],
  nothing: [],
};

const FUNCTIONS: Readonly<Record<string, Behaviour>> = {
  find: {
    does: 'raise',
    exception: 'Gone',
    value: { message: 'sold out', item: { sku: '', color: 'RED', tags: [], sizes: {} } },
  },
  order: { does: 'return', value: { sku: 'x', color: 'NONE', price: 1.5, tags: ['a'], sizes: { RED: [3] } } },
  note: { does: 'throw', message: 'nobody hears this' },
};

function programs(client: string, server: string, method = 'find') {
  const call = { method, args: CALLS[method], oneway: method === 'note' };
  const options = { client, server, encoding: 'compact', framing: 'framed' };
  return sources({ service, options, authority: '192.0.2.7:9090', calls: [call], functions: FUNCTIONS });
}

test('the interface is a .thrift file', () => {
  expect(thriftText(service, 'py')).toEqual([
    'namespace py demo',
    'enum Color { NONE = 0, RED = 7 }',
    'struct Item { 1: string sku, 2: Color color, 3: optional double price, 4: set<string> tags, 5: map<Color, list<i16>> sizes }',
    'union Id { 1: i64 number, 5: string name }',
    'exception Gone { 1: string message, 2: Item item }',
    'service Shop {',
    '  list<Item> find(1: Id id, 2: i8 limit, 3: binary raw) throws (1: Gone e1),',
    '  Item order(1: list<Item> items, 2: map<string, i32> stock),',
    '  oneway void note(1: string text),',
    '  void nothing(),',
    '}',
  ]);
});

describe('The programs are in the language of the library that speaks', () => {
  test.each([
    ['python', 'python', ['client.py', 'client stub (Shop.py)', 'server stub (Shop.py)', 'service.py']],
    ['node', 'node', ['client.js', 'client stub (Shop.js)', 'server stub (Shop.js)', 'service.js']],
    ['java', 'python', ['Client.java', 'client stub (Shop.java)', 'server stub (Shop.py)', 'service.py']],
  ])('%s calls %s', (client, server, titles) => {
    const texts = programs(client, server);
    expect(Object.values(texts).map(({ title }) => title)).toEqual(titles);
    const lit = Object.values(texts).flatMap(({ litBy }) => Object.keys(litBy).map(Number));
    expect([...new Set(lit)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('values are what generated classes make of them', () => {
    expect(programs('python', 'python').client.text).toContain(
      'print(client.find(Id(number=1099511627776), -1, b"\\x00\\xc8"))',
    );
    expect(programs('java', 'python').client.text).toContain(
      'System.out.println(client.find(new Id().setNumber(1099511627776L), (byte) -1, ByteBuffer.wrap(new byte[] {0, -56})));',
    );
    expect(programs('java', 'python', 'order').client.text).toContain(
      'new Item().setSku("a \\"quoted\\" 茶").setColor(Color.RED).setTags(Set.of("new")).setSizes(Map.of(Color.RED, List.of((short) 1, (short) 2)',
    );
    expect(programs('python', 'python').server.text).toContain(
      'raise Gone(message="sold out", item=Item(sku="", color=Color.RED, tags=set(), sizes={}))',
    );
  });
});

const METHODS = Object.keys(CALLS);

test.each(METHODS)('JavaScript parses: %s', method => {
  for (const { text } of Object.values(programs('node', 'node', method)))
    expect(() => new Function(text.replace(/^export /gm, '').replace(/^import .*$/gm, ''))).not.toThrow();
});

test.skipIf(!existsSync(PYTHON))(`Python parses (skipped where there is no ${PYTHON})`, () => {
  const texts = METHODS.flatMap(method => Object.values(programs('python', 'python', method)).map(({ text }) => text));
  const check = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
  const { stderr } = spawnSync(PYTHON, ['-c', check], { input: JSON.stringify(texts), encoding: 'utf8' });
  expect(stderr).toBe('');
});
