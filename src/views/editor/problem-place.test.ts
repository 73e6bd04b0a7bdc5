import { describe, expect, it } from 'vitest';
import type { Problem } from '../../problem/problem';
import { CANONICAL } from '../../scenario/canonical';
import { concerns } from './problem-place';

function at(...path: (string | number)[]): Problem {
  return { code: 'value.not-integer', params: {}, at: { path } };
}

const call = { method: 'fun_add', args: [2, 3] };

describe('a problem of the run', () => {
  it('is about the argument that its path leads to', () => {
    expect(concerns(at('calls', 0, 'args', 1), CANONICAL, 0, ['args', 1])).toBe(true);
    expect(concerns(at('calls', 0, 'args', 1, 'qty'), CANONICAL, 0, ['args', 1])).toBe(true);
    expect(concerns(at('calls', 0, 'args', 1), CANONICAL, 0, ['args', 0])).toBe(false);
    expect(concerns(at('network', 'mtu'), CANONICAL, 0, ['args', 0])).toBe(false);
  });

  it('may lead into a batch', () => {
    const batch = { ...CANONICAL, calls: [{ batch: [call, call] }] };
    expect(concerns(at('calls', 0, 'batch', 1, 'args', 0), batch, 1, ['args', 0])).toBe(true);
    expect(concerns(at('calls', 0, 'batch', 1, 'args', 0), batch, 0, ['args', 0])).toBe(false);
  });

  it('that does not say which call is about the only one', () => {
    expect(concerns(at('args', 1), CANONICAL, 0, ['args', 1])).toBe(true);
    expect(concerns(at('args', 1), { ...CANONICAL, calls: [call, call] }, 0, ['args', 1])).toBe(false);
  });
});
