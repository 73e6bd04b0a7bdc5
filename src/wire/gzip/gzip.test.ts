import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { tilingFault } from '../bytes/tiling';
import { crc32 } from './crc32';
import { readGzip } from './read-gzip';
import { writeGzip } from './write-gzip';

function gzip(octets: Uint8Array, modifiedAt = 0): ByteWriter {
  const writer = new ByteWriter();
  writeGzip(writer, octets, { modifiedAt, level: 1, os: 255 });
  return writer;
}

describe('gzip', () => {
  it('has the CRC-32 of "123456789" right: cbf43926, the usual check value', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('compresses to the very octets of Python’s gzip at level 1', () => {
    const [{ s2c }] = readStreams('xmlrpc', 'order_rich');
    const captured = s2c.subarray(s2c.length - 1361);
    const inflated = readGzip(new ByteReader(captured));
    const modifiedAt = new DataView(captured.buffer, captured.byteOffset).getUint32(4, true);
    expect(gzip(inflated, modifiedAt).finish()).toEqual(captured);
  });

  it('reads what it writes, with the same fields, and others read it too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), octets => {
        const writer = gzip(octets);
        const reader = new ByteReader(writer.finish());
        expect(readGzip(reader)).toEqual(octets);
        expect(reader.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
        expect(tilingFault(writer.annotations!, writer.length)).toBeUndefined();
        expect(new Uint8Array(gunzipSync(writer.finish()))).toEqual(octets);
      }),
    );
  });

  it('stops inflating at its bound', () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(50_000_000)));
    expect(bomb.length).toBeLessThan(60_000);
    expect(() => readGzip(new ByteReader(bomb))).toThrow('gzip.too-large');
  });

  it.each([
    ['an octet of the check', -8, 'gzip.bad-checksum'],
    ['an octet of the size', -4, 'gzip.bad-size'],
    ['the signature', 0, 'gzip.not-gzip'],
  ])('notices a change to %s', (_, at, code) => {
    const octets = gzip(new Uint8Array(100)).finish().slice();
    octets[(at + octets.length) % octets.length] ^= 1;
    expect(() => readGzip(new ByteReader(octets))).toThrow(code);
  });

  it('notices data that are cut off', () => {
    const octets = gzip(new TextEncoder().encode(`${'a'.repeat(20)}bcdefg`)).finish();
    expect(() => readGzip(new ByteReader(octets.subarray(0, octets.length - 5)))).toThrow('gzip.bad-');
    expect(() => readGzip(new ByteReader(octets.subarray(0, 12)))).toThrow('bytes.unexpected-end');
  });
});
