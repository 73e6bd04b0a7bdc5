import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { hexText } from '../bytes/field-value';
import {
  LONGEST_VARINT,
  readSignedVarint64,
  readVarint32,
  readVarint64,
  readZigzag32,
  readZigzag64,
  varint32Length,
  writeSignExtended,
  writeVarint32,
  writeVarint64,
  writeZigzag32,
  writeZigzag64,
} from './varint';

function written<T>(write: (writer: ByteWriter, value: T) => void, value: T): Uint8Array {
  const writer = new ByteWriter(false, 1);
  write(writer, value);
  return writer.finish();
}

const readerOf = (bytes: Uint8Array) => new ByteReader(bytes, false);
const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

const uint32 = fc.oneof(fc.nat(300), fc.nat(0xffffffff));
const int32 = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer());
const uint64 = fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, 2n ** 64n - 1n));
const int64 = fc.oneof(fc.bigInt(-300n, 300n), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n));

describe('A varint', () => {
  // protobuf.dev, Encoding: "Base 128 Varints", "Packed Repeated Fields".
  it.each([
    [1, '01'],
    [150, '9601'],
    [270, '8e02'],
    [86942, '9ea705'],
  ])('of %i is %s', (value, hex) => {
    expect(hexText(written(writeVarint32, value))).toBe(hex);
    expect(hexText(written(writeVarint64, BigInt(value)))).toBe(hex);
    expect(readVarint32(readerOf(fromHex(hex)))).toBe(value);
    expect(readVarint64(readerOf(fromHex(hex)))).toBe(BigInt(value));
  });

  // protobuf.dev, Encoding, "Signed Integers": two's complement of 64 bits.
  it('of -2 takes ten octets', () => {
    expect(hexText(written(writeSignExtended, -2))).toBe('feffffffffffffffff01');
    expect(hexText(written(writeVarint64, -2n))).toBe('feffffffffffffffff01');
    expect(readSignedVarint64(readerOf(fromHex('feffffffffffffffff01')))).toBe(-2n);
    expect(readVarint32(readerOf(fromHex('feffffffffffffffff01'))) | 0).toBe(-2);
  });

  it('is read as it was written, and its length is told beforehand', () => {
    fc.assert(
      fc.property(uint32, int32, uint64, int64, (unsigned, signed, unsignedLong, long) => {
        const bytes = written(writeVarint32, unsigned);
        expect(readVarint32(readerOf(bytes))).toBe(unsigned);
        expect(varint32Length(unsigned)).toBe(bytes.length);
        expect(readVarint32(readerOf(written(writeSignExtended, signed))) | 0).toBe(signed);
        expect(readVarint64(readerOf(written(writeVarint64, unsignedLong)))).toBe(unsignedLong);
        expect(readSignedVarint64(readerOf(written(writeVarint64, long)))).toBe(long);
        expect(written(writeSignExtended, signed)).toEqual(written(writeVarint64, BigInt(signed)));
      }),
    );
  });

  it.each([0n, 127n, 128n, 2n ** 28n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 35n, 2n ** 63n, 2n ** 64n - 1n])(
    'holds %i, and takes an octet for each seven bits',
    value => {
      const bytes = written(writeVarint64, value);
      expect(bytes.length).toBe(Math.max(1, Math.ceil(value.toString(2).length / 7)));
      expect(readVarint64(readerOf(bytes))).toBe(value);
    },
  );

  it('may be longer than it needs to be', () => {
    expect(readVarint32(readerOf(fromHex('81808000')))).toBe(1);
    expect(readVarint64(readerOf(fromHex('81808080808080808000')))).toBe(1n);
  });

  it('of eleven octets is refused', () => {
    const bytes = fromHex(`00${'80'.repeat(LONGEST_VARINT)}01`);
    for (const read of [readVarint32, readVarint64, readZigzag64])
      expect(() => read(new ByteReader(bytes, false, 1))).toThrow(/varint\.too-long.*"offset":1/);
  });

  it('that is cut off is a problem at its end', () => {
    expect(() => readVarint32(readerOf(fromHex('8080')))).toThrow(/bytes\.unexpected-end.*at \{"offset":2\}/);
    expect(() => readVarint64(readerOf(fromHex('8080')))).toThrow(/bytes\.unexpected-end.*at \{"offset":2\}/);
  });
});

describe('Zigzag', () => {
  // protobuf.dev, Encoding, "Signed Integers".
  it.each([
    [0, 0],
    [-1, 1],
    [1, 2],
    [-2, 3],
    [0x7fffffff, 0xfffffffe],
    [-0x80000000, 0xffffffff],
    [-500, 999],
  ])('makes of %i the varint of %i', (value, encoded) => {
    expect(written(writeZigzag32, value)).toEqual(written(writeVarint32, encoded));
    expect(written(writeZigzag64, BigInt(value))).toEqual(written(writeVarint32, encoded));
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(int32, int64, (value, long) => {
        expect(readZigzag32(readerOf(written(writeZigzag32, value)))).toBe(value);
        expect(readZigzag64(readerOf(written(writeZigzag64, long)))).toBe(long);
      }),
    );
  });
});
