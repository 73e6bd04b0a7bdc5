// HPACK on the examples of RFC 7541 appendix C, and on blocks that break its rules.

import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { leafFields } from '../bytes/field-tree';
import { bitValues, fieldValue } from '../bytes/field-value';
import { type DynamicTable, EMPTY_TABLE, inserted, resized } from './dynamic-table';
import type { HeaderField, Indexing } from './header-field';
import { CODES, EOS } from './huffman-code';
import { readInteger, writeInteger } from './integer';
import { NGHTTP2 } from './policies';
import { readHeaderBlock } from './read-header-block';
import { type EncodingPolicy, writeHeaderBlock } from './write-header-block';

const PLAIN: EncodingPolicy = { indexing: () => 'incremental', references: 'fields and names', huffman: () => 'never' };
const SHORTER: EncodingPolicy = { ...PLAIN, huffman: () => 'when shorter' };
const ALWAYS: EncodingPolicy = { ...PLAIN, huffman: () => 'always' };

describe('integers (appendix C.1)', () => {
  it.each([
    [10, 5, '0a'],
    [1337, 5, '1f9a0a'],
    [42, 8, '2a'],
    [30, 5, '1e'],
    [31, 5, '1f00'],
    [0xffffffff, 5, '1fe0ffffff0f'],
  ])('%i with a prefix of %i bits is %s', (value, prefixBits, hex) => {
    const writer = new ByteWriter();
    writeInteger(writer, 0, prefixBits, value);
    expect(hexOf(writer)).toBe(hex);
    expect(readInteger(new ByteReader(octetsOf(hex)), prefixBits)).toBe(value);
  });

  it.each(['1fffffffffff0f', '1f80808080808000', '1fe1ffffff0f'])('%s is too large', hex => {
    expect(() => readInteger(new ByteReader(octetsOf(hex)), 5)).toThrow('hpack.integer-too-large');
  });
});

/** Appendix C.2 to C.6: lists of fields, blocks, and what the dynamic table then holds, with its size. */
const AUTHORITY = [':authority', 'www.example.com'] as const;
const REQUESTS = [
  [[':method', 'GET'], [':scheme', 'http'], [':path', '/'], AUTHORITY],
  [[':method', 'GET'], [':scheme', 'http'], [':path', '/'], AUTHORITY, ['cache-control', 'no-cache']],
  [[':method', 'GET'], [':scheme', 'https'], [':path', '/index.html'], AUTHORITY, ['custom-key', 'custom-value']],
] as const;
const REQUEST_TABLES = [
  [57, ':authority'],
  [110, 'cache-control', ':authority'],
  [164, 'custom-key', 'cache-control', ':authority'],
];
const DATE_1 = ['date', 'Mon, 21 Oct 2013 20:13:21 GMT'] as const;
const LOCATION = ['location', 'https://www.example.com'] as const;
const RESPONSES = [
  [[':status', '302'], ['cache-control', 'private'], DATE_1, LOCATION],
  [[':status', '307'], ['cache-control', 'private'], DATE_1, LOCATION],
  [
    [':status', '200'],
    ['cache-control', 'private'],
    ['date', 'Mon, 21 Oct 2013 20:13:22 GMT'],
    LOCATION,
    ['content-encoding', 'gzip'],
    ['set-cookie', 'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1'],
  ],
] as const;
const RESPONSE_TABLES = [
  [222, 'location', 'date', 'cache-control', ':status'],
  [222, ':status', 'location', 'date', 'cache-control'],
  [215, 'set-cookie', 'content-encoding', 'date'],
];

describe('the examples of appendix C', () => {
  it.each([
    ['C.2.1', '400a637573746f6d2d6b65790d637573746f6d2d686561646572', 'incremental', 'custom-key', 'custom-header', 55],
    ['C.2.2', '040c2f73616d706c652f70617468', 'without', ':path', '/sample/path', 0],
    ['C.2.3', '100870617373776f726406736563726574', 'never', 'password', 'secret', 0],
    ['C.2.4', '82', 'indexed', ':method', 'GET', 0],
  ])('%s: %s is %s', (_, hex, representation, name, value, size) => {
    const { fields, table } = readHeaderBlock(new ByteReader(octetsOf(hex)), EMPTY_TABLE);
    expect(fields).toEqual([{ name, value, representation }]);
    expect(table.size).toBe(size);
    const policy = { ...PLAIN, indexing: () => representation as Indexing };
    expect(hexOf(written(fields, EMPTY_TABLE, policy).writer)).toBe(hex);
  });

  it.each([
    [
      'C.3, requests without Huffman code',
      REQUESTS,
      REQUEST_TABLES,
      4096,
      PLAIN,
      [
        '828684410f7777772e6578616d706c652e636f6d',
        '828684be58086e6f2d6361636865',
        '828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565',
      ],
    ],
    [
      'C.4, requests with Huffman code',
      REQUESTS,
      REQUEST_TABLES,
      4096,
      SHORTER,
      [
        '828684418cf1e3c2e5f23a6ba0ab90f4ff',
        '828684be5886a8eb10649cbf',
        '828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf',
      ],
    ],
    [
      'C.5, responses without Huffman code, with eviction',
      RESPONSES,
      RESPONSE_TABLES,
      256,
      PLAIN,
      [
        '4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d546e1768747470733a2f2f7777772e6578616d706c652e636f6d',
        '4803333037c1c0bf',
        '88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f3d4153444a4b48514b425a584f5157454f50495541585157454f49553b206d61782d6167653d333630303b2076657273696f6e3d31',
      ],
    ],
    [
      // The RFC's encoder uses Huffman code where it is as long as the text too: 307 is 83 64 0e ff.
      'C.6, responses with Huffman code, with eviction',
      RESPONSES,
      RESPONSE_TABLES,
      256,
      ALWAYS,
      [
        '488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3',
        '4883640effc1c0bf',
        '88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007',
      ],
    ],
  ])('%s', (_, lists, tables, maxSize, policy, blocks) => {
    let table = resized(EMPTY_TABLE, maxSize);
    for (const [i, list] of lists.entries()) {
      const fields = list.map(([name, value]) => ({ name, value }));
      expect(hexOf(written(fields, table, policy).writer)).toBe(blocks[i]);
      const read = readHeaderBlock(new ByteReader(octetsOf(blocks[i])), table);
      expect(read.fields.map(({ name, value }) => ({ name, value }))).toEqual(fields);
      table = read.table;
      expect([table.size, ...table.entries.map(({ name }) => name)]).toEqual(tables[i]);
    }
  });
});

describe('the Huffman code', () => {
  it.each([
    // Lines of appendix B.
    ['0', 0x0, 5],
    ['a', 0x3, 5],
    [' ', 0x14, 6],
    ['&', 0xf8, 8],
    ['!', 0x3f8, 10],
    ['\\', 0x7fff0, 19],
    ['\n', 0x3ffffffc, 30],
    ['\xff', 0x3ffffee, 26],
  ])('%j is %i in %i bits', (character, code, length) => {
    expect(CODES[character.charCodeAt(0)]).toEqual({ code, length });
  });

  it('has EOS as thirty ones, and no code left', () => {
    expect(CODES[EOS]).toEqual({ code: 0x3fffffff, length: 30 });
    expect(CODES.reduce((sum, { length }) => sum + 2 ** -length, 0)).toBe(1);
  });
});

describe('a block', () => {
  const fields = [
    { name: ':path', value: '/demo.Calculator/Add' },
    { name: 'te', value: 'trailers' },
    { name: 'authorization', value: 'secret' },
  ];

  it('has its strings and numbers readable', () => {
    const { writer } = written(fields, EMPTY_TABLE, NGHTTP2);
    const leaves = leafFields(writer.annotations!);
    expect(leaves.map(leaf => `${leaf.name}: ${fieldValue(leaf, writer.finish())}`)).toEqual([
      'name index: 4',
      'value length: 15',
      'value string in Huffman code: /demo.Calculator/Add',
      'name index: 0',
      'name length: 2',
      'name string: te',
      'value length: 6',
      'value string in Huffman code: trailers',
      'name index: 23',
      'value length: 4',
      'value string in Huffman code: secret',
    ]);
    expect(bitValues(leaves[1], writer.finish())).toEqual({ H: 1, prefix: 15 });
  });

  it('can announce sizes of the table in front (§4.2)', () => {
    const writer = new ByteWriter();
    const table = writeHeaderBlock(writer, fields, inserted(EMPTY_TABLE, 'a', 'b'), PLAIN, [0, 128]);
    expect(hexOf(writer).slice(0, 8)).toBe('203f6144');
    expect(table).toEqual(readHeaderBlock(new ByteReader(writer.finish()), inserted(EMPTY_TABLE, 'a', 'b')).table);
    expect(table.maxSize).toBe(128);
  });

  it('leaves the table of the moment before as it was', () => {
    const before = inserted(EMPTY_TABLE, 'a', 'b');
    writeHeaderBlock(new ByteWriter(), fields, before, PLAIN);
    expect(before.entries).toEqual([{ name: 'a', value: 'b', size: 34 }]);
  });

  it('empties the table with an entry that is too large for it (§4.4)', () => {
    const table = inserted(resized(EMPTY_TABLE, 64), 'a', 'b');
    expect(inserted(table, 'c', 'd'.repeat(40))).toEqual({ entries: [], size: 0, maxSize: 64 });
  });

  it.each([
    ['80', 'hpack.bad-index', 0],
    ['82be', 'hpack.bad-index', 1],
    ['7e0161', 'hpack.bad-index', 0],
    ['8220', 'hpack.late-size-update', 1],
    ['3fe21f', 'hpack.table-too-large', 0],
    ['82ffffffffffffff', 'hpack.integer-too-large', 1],
    ['4003616263', 'bytes.unexpected-end', 5],
    ['40', 'bytes.unexpected-end', 1],
    // Padding of a whole octet, padding with a zero in it, and EOS (§5.2).
    ['0082fffe', 'hpack.huffman-padding', 3],
    ['0081180161', 'hpack.huffman-padding', 2],
    ['0084ffffffff', 'hpack.huffman-eos', 5],
  ])('%s has the problem %s at %i', (hex, code, offset) => {
    const reader = new ByteReader(octetsOf(hex));
    expect(problemOf(() => readHeaderBlock(reader, EMPTY_TABLE))).toMatchObject({ code, at: { offset } });
  });

  it('must begin with a size update after the limit fell below the size (§4.2)', () => {
    const read = (hex: string) => readHeaderBlock(new ByteReader(octetsOf(hex)), EMPTY_TABLE, 100);
    expect(() => read('82')).toThrow('hpack.missing-size-update');
    expect(read('3f4582').table.maxSize).toBe(100);
  });

  it('does not grow without end out of a few octets', () => {
    const large = inserted(EMPTY_TABLE, 'x', 'y'.repeat(4000));
    expect(() => readHeaderBlock(new ByteReader(new Uint8Array(1000).fill(0xbe)), large)).toThrow(
      'hpack.list-too-large',
    );
  });
});

function written(fields: readonly HeaderField[], table: DynamicTable, policy: EncodingPolicy) {
  const writer = new ByteWriter();
  return { writer, table: writeHeaderBlock(writer, fields, table, policy) };
}

function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

function octetsOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function hexOf(writer: ByteWriter): string {
  return Buffer.from(writer.finish()).toString('hex');
}
