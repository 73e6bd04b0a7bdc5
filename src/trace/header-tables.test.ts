import { describe, expect, it } from 'vitest';
import { presetById } from '../scenario/presets';
import { simulate } from '../simulation/simulate';
import { blocksSent } from './header-tables';

const trace = simulate(presetById('grpc-two-calls')!.scenario);
const end = trace.events.length;

describe('The header tables of two calls on one connection', () => {
  const [first, second] = blocksSent(trace, 0, 'c2s', end);

  it('make the second block a row of indices', () => {
    expect(second.octets).toBeLessThan(first.octets / 4);
    expect([first.fields, first.indexed]).toEqual([9, 2]);
    // The path of grpc-js is never put into the table.
    expect([second.fields, second.indexed]).toEqual([9, 8]);
  });

  it('say which entries a block has added, and which it has used', () => {
    const marks = ({ entries }: typeof first) => entries.map(({ index, name, mark }) => [index, name, mark]);
    expect(marks(first)[0]).toEqual([62, 'te', 'added']);
    expect(new Set(first.entries.map(({ mark }) => mark))).toEqual(new Set(['added']));
    expect(new Set(second.entries.map(({ mark }) => mark))).toEqual(new Set(['used']));
    // RFC 7541 §4.1: 32 more than the octets of name and value.
    expect(first.size).toBe(first.entries.reduce((sum, { name, value }) => sum + name.length + value.length + 32, 0));
  });

  it('are those of the cursor', () => {
    expect(blocksSent(trace, 0, 'c2s', 0)).toEqual([]);
    expect(blocksSent(trace, 0, 'c2s', first.seq)).toEqual([first]);
    expect(blocksSent(trace, 0, 's2c', end)).toHaveLength(4);
  });

  it('forget a request that was taken back before it left', () => {
    const { scenario } = presetById('grpc-deadline')!;
    const [call] = scenario.calls as readonly { method: string; args: [] }[];
    const late = simulate({ ...scenario, calls: [{ ...call, deadline: 30 }, call] });
    const blocks = blocksSent(late, 0, 'c2s', late.events.length);
    expect(blocks.map(({ exchange }) => exchange)).toEqual([1]);
  });

  it('are empty without HTTP/2', () => {
    const other = simulate(presetById('xml-rpc-fun-add')!.scenario);
    expect(blocksSent(other, 0, 'c2s', other.events.length)).toEqual([]);
  });
});
