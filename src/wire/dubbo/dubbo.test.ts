import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { leafFields } from '../bytes/field-tree';
import { bitValues, fieldValue, hexText } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { type DubboHeader, HEADER_LENGTH, HESSIAN2, readDubboHeader, writeDubboHeader } from './header';
import { type DubboMessage, MessageSplitter } from './message-splitter';
import { OK, statusName } from './statuses';

const REQUEST: DubboHeader = {
  kind: 'request',
  twoWay: true,
  event: false,
  serialization: HESSIAN2,
  status: 0,
  requestId: 1n,
};
const RESPONSE: DubboHeader = { ...REQUEST, kind: 'response', twoWay: false, status: OK };

const headers: fc.Arbitrary<DubboHeader> = fc.record({
  kind: fc.constantFrom('request', 'response'),
  twoWay: fc.boolean(),
  event: fc.boolean(),
  serialization: fc.nat(31),
  status: fc.nat(255),
  requestId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
});

function message(header: DubboHeader, data: Uint8Array): ByteWriter {
  const writer = new ByteWriter();
  const lengthAt = writeDubboHeader(writer, header);
  writer.bytes(data);
  writer.patchUint32(lengthAt, data.length);
  return writer;
}

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hexes = (messages: readonly DubboMessage[]) => messages.map(({ bytes }) => hexText(bytes));

describe('A Dubbo header', () => {
  // As dubbo2.js 2.3.9 and dubbo-remoting 2.1.4 write them: see test/captures/dubbo.
  test.each<[string, DubboHeader, number, string]>([
    ['a request', REQUEST, 0x8a, 'dabbc20000000000000000010000008a'],
    ['a response', RESPONSE, 2, 'dabb0214000000000000000100000002'],
    ['a heartbeat', { ...REQUEST, event: true, requestId: 0n }, 1, 'dabbe200000000000000000000000001'],
    ['its answer', { ...RESPONSE, event: true, requestId: 0n }, 1, 'dabb2214000000000000000000000001'],
  ])('of %s has the octets of the peers', (_, header, length, hex) => {
    expect(hexText(message(header, new Uint8Array(length)).finish().subarray(0, HEADER_LENGTH))).toBe(hex);
    expect(readDubboHeader(new ByteReader(octets(hex)))).toEqual({ ...header, dataLength: length });
  });

  property.prop([headers, fc.uint8Array({ maxLength: 20 })])(
    'is read as it was written, with the same fields',
    (header, data) => {
      const writer = message(header, data);
      const reader = new ByteReader(writer.finish());
      expect(readDubboHeader(reader)).toEqual({ ...header, dataLength: data.length });
      expect(reader.at).toBe(HEADER_LENGTH);
      expect(reader.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
      expect(tilingFault(reader.annotations!, HEADER_LENGTH)).toBeUndefined();
    },
  );

  test('tells each field and each flag', () => {
    const bytes = octets('dabb023c000000000000000700000068');
    const reader = new ByteReader(bytes);
    readDubboHeader(reader);
    const leaves = leafFields(reader.annotations!);
    expect(leaves.map(leaf => [leaf.name, fieldValue(leaf, bytes)])).toEqual([
      ['Magic', 'dabb'],
      ['flag', '02'],
      ['Status', '60 SERVICE_NOT_FOUND'],
      ['Request ID', 7],
      ['Data Length', 0x68],
    ]);
    expect(bitValues(leaves[1], bytes)).toEqual({ 'Req/Res': 0, '2 Way': 0, Event: 0, 'Serialization ID': 2 });
    expect(statusName(21)).toBeUndefined();
  });
});

describe('A stream of Dubbo messages', () => {
  property.prop([
    fc.array(fc.tuple(headers, fc.uint8Array({ maxLength: 40 })), { maxLength: 5 }),
    fc.array(fc.nat(60)),
    fc.nat(15),
  ])('is cut into them, in whatever portions it comes; what is not complete is kept', (parts, portions, more) => {
    const messages = parts.map(([header, data]) => message(header, data).finish());
    const stream = Uint8Array.from([...messages.flatMap(bytes => [...bytes]), ...octets('dabb0214').subarray(0, more)]);
    const splitter = new MessageSplitter();
    const found: DubboMessage[] = [];
    let at = 0;
    for (const portion of [...portions, stream.length]) {
      found.push(...splitter.push(stream.subarray(at, at + portion)));
      at += portion;
    }
    expect(hexes(found)).toEqual(messages.map(hexText));
    expect(found.map(({ header }) => header)).toEqual(parts.map(([header]) => header));
    expect(splitter.rest.length).toBe(Math.min(more, 4));
  });

  test.each([
    ['other octets', '474554202f20485454502f312e310d0a', 'dubbo.not-dubbo', 0],
    ['a length beyond all measure', 'dabb0214000000000000000100800001', 'dubbo.too-large', 12],
  ])('ends with %s, where nobody can tell the next message', (_, hex, code, offset) => {
    const heartbeat = 'dabb22140000000000000000000000014e';
    const splitter = new MessageSplitter();
    const found = splitter.push(octets(`${heartbeat}${hex}4e`));
    expect(hexes(found)).toEqual([heartbeat, `${hex}4e`]);
    expect(found[1].header).toMatchObject({ code, at: { offset } });
    expect(splitter.push(octets(heartbeat))).toEqual([]);
  });
});
