import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOf, columnsFor, octetAt } from './geometry';

describe('the columns of a hex dump', () => {
  it('are sixteen octets wide, or eight where there is no room', () => {
    const row = '0000  50 4f 53 54 20 2f 52 50  43 32 20 48 54 54 50 2f  POST /RPC2 HTTP/';
    const { hex, text, width, ...wide } = columnsFor(309, row.length);
    expect(wide).toEqual({ perRow: 16, digits: 4 });
    expect([hex, text, width]).toEqual([row.indexOf('50 4f'), row.indexOf('POST'), row.length]);
    const narrow = '0000  50 4f 53 54 20 2f 52 50  POST /RP';
    expect(columnsFor(309, row.length - 1)).toMatchObject({
      perRow: 8,
      text: narrow.indexOf('POST'),
      width: narrow.length,
    });
    expect(columnsFor(0x10001, 80).digits).toBe(5);
  });

  it('tell which octet stands at a place: that at which its box is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), fc.constantFrom(80, 60), (length, seed, room) => {
        const columns = columnsFor(length, room);
        const at = seed % length;
        const [box] = boxesOf({ start: at, end: at + 1 }, columns, 0, Infinity);
        for (const { left, width } of [box.hex, box.text])
          for (const x of [left + 0.01, left + width / 2, left + width - 0.01])
            expect(octetAt(x, box.row, columns, length)).toBe(at);
      }),
    );
  });

  it('hold nothing beside the pairs and the text, nor behind the last octet', () => {
    const columns = columnsFor(20, 80);
    expect(octetAt(0, 0, columns, 20)).toBeUndefined();
    expect(octetAt(columns.width + 1, 0, columns, 20)).toBeUndefined();
    expect(octetAt(columns.hex, 1, columns, 20)).toBe(16);
    expect(octetAt(columns.hex + 15, 1, columns, 20)).toBeUndefined();
    expect(octetAt(columns.hex, -1, columns, 20)).toBeUndefined();
  });
});

describe('the boxes of a run of octets', () => {
  it('cover each of its octets once, row by row, within the rows that are drawn', () => {
    const columns = columnsFor(100, 80);
    const boxes = boxesOf({ start: 10, end: 40 }, columns, 0, 7);
    expect(boxes.map(({ row, text, first, last }) => [row, text.left - columns.text, text.width, first, last])).toEqual(
      [
        [0, 10, 6, true, false],
        [1, 0, 16, false, false],
        [2, 0, 8, false, true],
      ],
    );
    expect(boxesOf({ start: 10, end: 40 }, columns, 1, 2).map(box => box.row)).toEqual([1]);
  });
});
