import { describe, expect, it } from 'vitest';
import { presets } from '../scenario/presets';
import { lanes, runLane } from './compare';
import { comparisonCsv } from './csv';

describe('a comparison as CSV', () => {
  const [canonical] = presets.map(({ scenario }) => scenario);
  const xmlRpc = lanes.find(({ id }) => id === 'xml-rpc')!;

  it('has a line of names, and a line for each lane whose figures add up', () => {
    const [names, ...rows] = comparisonCsv([runLane(canonical, xmlRpc)], 0)
      .trimEnd()
      .split('\r\n');
    expect(rows).toHaveLength(1);
    const figures = Object.fromEntries(names.split(',').map((name, i) => [name, rows[0].split(',')[i]]));
    const parts = ['headers', 'tags', 'names', 'lengths', 'values', 'padding'].map(name => Number(figures[name]));
    expect(figures.request).toBe('339');
    expect(parts.reduce((a, b) => a + b)).toBe(Number(figures.request) + Number(figures.reply));
  });

  it('quotes what has a comma or a quotation mark in it', () => {
    const odd = { ...xmlRpc, title: 'X, "Y"' };
    expect(comparisonCsv([runLane(canonical, odd)], 0)).toContain('\r\n"X, ""Y""",');
  });

  it('names the problem of a lane that cannot carry the call', () => {
    const named = { ...canonical, calls: [{ method: 'fun_add', args: { a: 2, b: 3 } }] };
    const [names, row] = comparisonCsv([runLane(named, xmlRpc)], 0).split('\r\n');
    expect(row.split(',')).toHaveLength(names.split(',').length);
    expect(row).toMatch(/simulation\.no-names$/);
  });
});
