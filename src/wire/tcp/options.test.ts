import { describe, expect, it } from 'vitest';
import { ByteReader } from '../bytes/byte-reader';
import { leafFields } from '../bytes/field-tree';
import { readTcpOptions } from './options';

describe('the SACK option', () => {
  // RFC 2018 §3: kind 5, a length of 8 * n + 2, and the edges of n blocks; here as in §4, case 2, first line.
  const octets = Uint8Array.of(5, 10, ...edge(5500), ...edge(6000));

  it('tells blocks by their edges', () => {
    expect(readTcpOptions(new ByteReader(octets), octets.length)).toEqual([
      { kind: 'sack', blocks: [{ left: 5500, right: 6000 }] },
    ]);
  });

  it('has a field for each edge', () => {
    const reader = new ByteReader(octets);
    readTcpOptions(reader, octets.length);
    expect(leafFields(reader.annotations!).map(({ name }) => name)).toEqual([
      'option kind',
      'option length',
      'left edge of block',
      'right edge of block',
    ]);
  });

  it('with a length that is not that of whole blocks is an option that nobody knows', () => {
    const broken = Uint8Array.of(5, 6, 1, 2, 3, 4);
    expect(readTcpOptions(new ByteReader(broken), 6)).toMatchObject([{ kind: 'other', number: 5 }]);
  });
});

function edge(seq: number): number[] {
  return [seq >>> 24, (seq >>> 16) & 0xff, (seq >>> 8) & 0xff, seq & 0xff];
}
