import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glyphsOf } from './glyphs';

const encode = (text: string) => new TextEncoder().encode(text);
const shown = (bytes: Uint8Array, start = 0, end = bytes.length) =>
  glyphsOf(bytes, start, end).map(({ text, cells }) => (cells === 1 ? text : `${text}${cells}`));

describe('the text column of a hex dump', () => {
  it('shows ASCII as it is, and a dot for control characters', () => {
    expect(shown(encode('a b\r\n\x7f'))).toEqual(['a', ' ', 'b', '·', '·', '·']);
  });

  it('shows a character of UTF-8 once, over all of its octets', () => {
    expect(shown(encode('é你🎉'))).toEqual(['é2', '你3', '🎉4']);
  });

  it('shows a dot for octets that are not UTF-8, and for what cannot be seen', () => {
    expect(shown(new Uint8Array([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]))).toEqual(['·', '·', '(', '·', '·', '·']);
    expect(shown(encode('\u200b\u0301'))).toEqual(['·3', '·2']);
  });

  it('lets a character stand where it begins when a row cuts it', () => {
    const bytes = encode('a你b');
    expect(shown(bytes, 0, 2)).toEqual(['a', '你']);
    expect(shown(bytes, 2, 5)).toEqual(['·', '·', 'b']);
  });

  it('has a cell for every octet, whatever the octets are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(64), (bytes, cut) => {
        const middle = Math.min(cut, bytes.length);
        const cells = (from: number, to: number) =>
          glyphsOf(bytes, from, to).reduce((sum, glyph) => sum + glyph.cells, 0);
        expect(cells(0, middle)).toBe(middle);
        expect(cells(middle, bytes.length)).toBe(bytes.length - middle);
      }),
    );
  });
});
