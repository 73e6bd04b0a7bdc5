import { describe, expect, it } from 'vitest';
import { annotatedRun } from '../../../test/traces/annotated-run';
import { parseInterface } from '../../idl/parse';
import { CANONICAL } from '../../scenario/canonical';
import { simulate } from '../../simulation/simulate';
import { dissect } from '../../trace/dissection';
import { FieldRows } from '../../trace/field-rows';
import type { Trace } from '../../trace/trace';
import { fieldLabel, valueText } from './labels';

const run = {
  ...annotatedRun('join', ['two', ['a', 'b']], 1000),
  service: parseInterface('join(a: string, b: list<string>): string'),
};

function labels(id: number, trace: Trace = run): string[] {
  const dissection = dissect(trace, { of: 'message', id })!;
  const rows = new FieldRows(dissection, () => true);
  return Array.from({ length: rows.count }, (_, i) => rows.at(i))
    .filter(row => row.node.part === 'field')
    .map(row => {
      const { name, type } = fieldLabel(trace, dissection, row);
      const value = valueText(dissection, row);
      return `${name}${type ? `: ${type}` : ''}${value === undefined ? '' : ` = ${value}`}`;
    });
}

describe('the labels of fields', () => {
  it('are the specification’s names, and for arguments those of the interface', () => {
    const shown = labels(0);
    expect(shown).toContain('methodName = join');
    expect(shown).toContain('[0] a: string = two');
    expect(shown).toContain('[1] b: list<string>');
    expect(shown).toContain('[0] = a');
    expect(shown).toContain('request-line = POST /RPC2 HTTP/1.1');
    expect(shown).toContain('params');
  });

  it('tell a number that a field around it holds as a number', () => {
    expect(labels(0, simulate({ ...CANONICAL, protocol: 'thrift' }))).toContain('[0] a: int = 2');
  });

  it('of the result say its type', () => {
    expect(labels(1)).toContain('param: string = two');
  });
});
