import { describe, expect, it } from 'vitest';
import { annotatedRun } from '../../test/traces/annotated-run';
import { dissect, fieldAt } from './dissection';
import { FieldRows, firstExpanded, rowKey } from './field-rows';
import { valueSpan } from './value-span';

const run = annotatedRun('join', ['two', ['a', 'b']], 200);
const all = () => true;

function names(rows: FieldRows): string[] {
  return Array.from({ length: rows.count }, (_, i) => rows.at(i)).map(({ depth, node }) => `${depth} ${node.name}`);
}

describe('the rows of a field tree', () => {
  it('are at first those around the values of the call', () => {
    const dissection = dissect(run, { of: 'message', id: 0 })!;
    const open = firstExpanded(dissection);
    const rows = new FieldRows(dissection, (layer, row) => open.has(rowKey(layer, row)));
    expect(names(rows)).toEqual([
      '0 http-message',
      '1 request-line',
      '1 field-line',
      '1 empty-line',
      '1 methodCall',
      '2 start-tag',
      '2 methodName',
      '2 line-feed',
      '2 params',
      '3 start-tag',
      '3 param',
      '3 param',
      '3 end-tag',
      '2 end-tag',
    ]);
  });

  it('tile the octets when all are open, in a message as in a packet with a part of one', () => {
    for (const ref of [
      { of: 'message', id: 0 } as const,
      { of: 'packet', id: 0 } as const,
      { of: 'packet', id: 1 } as const,
    ]) {
      const dissection = dissect(run, ref)!;
      const rows = new FieldRows(dissection, all);
      let at = 0;
      for (let i = 0; i < rows.count; i++) {
        const row = rows.at(i);
        if (row.expandable) continue;
        expect(row.start).toBe(at);
        at = row.end;
      }
      expect(at).toBe(dissection.bytes.length);
    }
  });

  it('stand for their text while they are closed, and for all of themselves when they are open', () => {
    const dissection = dissect(run, { of: 'message', id: 0 })!;
    const open = firstExpanded(dissection);
    const closed = new FieldRows(dissection, (layer, row) => open.has(rowKey(layer, row)));
    const [argument] = Array.from({ length: closed.count }, (_, i) => closed.at(i)).filter(
      row => row.node.name === 'param',
    );
    expect(argument.means).toEqual(valueSpan(run.messages[0].pdu, ['args', 0]));
    const opened = new FieldRows(dissection, all);
    expect(opened.at(opened.indexOf(argument)).means).toEqual({ start: argument.start, end: argument.end });
  });

  it('are found by a field, or by what is in sight around it', () => {
    const dissection = dissect(run, { of: 'packet', id: 0 })!;
    const field = fieldAt(dissection, 54)!;
    const opened = new FieldRows(dissection, all);
    expect(opened.at(opened.indexOf(field)).node).toEqual(field.node);
    const closed = new FieldRows(dissection, () => false);
    expect(closed.count).toBe(1);
    expect(closed.indexOf(fieldAt(dissection, 0)!)).toBe(0);
  });
});
