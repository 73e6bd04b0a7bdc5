import { describe, expect, it } from 'vitest';
import { historyOf, nextEntry, type TransitionEvent } from './history';

/** 'A>B' in a row of events of which every other one is a transition of the machine; `connection` counts from the given place. */
function run(...steps: string[]): TransitionEvent[] {
  let connection = 0;
  return steps.flatMap((step, i) => {
    if (step === '|') {
      connection++;
      return [];
    }
    const [from, to] = step.split('>');
    return [{ seq: 2 * i, at: i, actor: 'clientTcp', type: 'transition', from, to, event: 'go', connection }];
  });
}

describe('the history of a machine', () => {
  const all = run('A>B', 'B>C', 'C>A', 'A>B');

  it('begins in the initial state', () => {
    expect(historyOf(all, 'A', -1)).toEqual({ current: 'A', visited: new Set(['A']), taken: [] });
  });

  it('knows where the machine is and has been', () => {
    const { current, visited, taken } = historyOf(all, 'A', 3);
    expect(current).toBe('C');
    expect(visited).toEqual(new Set(['A', 'B', 'C']));
    expect(taken.map(event => event.to)).toEqual(['B', 'C']);
  });

  it('begins anew with another connection', () => {
    const second = run('A>B', 'B>C', 'C>A', '|', 'A>B');
    expect(historyOf(second, 'A', 8).visited).toEqual(new Set(['A', 'B']));
  });
});

it('finds the next entry of a state, and after the last one the first again', () => {
  const all = run('A>B', 'B>A', 'A>B', 'B>A');
  expect(nextEntry(all, 'B', -1)?.seq).toBe(0);
  expect(nextEntry(all, 'B', 0)?.seq).toBe(4);
  expect(nextEntry(all, 'B', 4)?.seq).toBe(0);
  expect(nextEntry(all, 'C', 0)).toBeUndefined();
});
