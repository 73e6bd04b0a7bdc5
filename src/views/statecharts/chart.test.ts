import { describe, expect, it } from 'vitest';
import { ANY_STATE, chartOf } from './chart';
import { eleven, everything } from './sample-machines';

describe('the chart of a machine', () => {
  const chart = chartOf(everything);
  const between = (from: string, to: string) => chart.transitions.find(t => t.from === from && t.to === to)?.triggers;

  it('has every state with its kind and its place', () => {
    expect(chart.states).toEqual([
      { id: 'idle', name: 'idle', parent: undefined, kind: 'atomic', initial: true },
      { id: 'working', name: 'working', parent: undefined, kind: 'compound', initial: false },
      { id: 'working.first', name: 'first', parent: 'working', kind: 'atomic', initial: true },
      { id: 'working.second', name: 'second', parent: 'working', kind: 'final', initial: false },
      { id: 'stopped', name: 'stopped', parent: undefined, kind: 'final', initial: false },
      { id: ANY_STATE, name: ANY_STATE, parent: undefined, kind: 'atomic', initial: false },
    ]);
  });

  it('names the event and its guard', () => {
    expect(between('idle', 'working')).toEqual([{ kind: 'event', name: 'go', guard: 'ready' }]);
  });

  it('spells out guards made of guards', () => {
    expect(between('working.first', 'working.second')).toEqual([
      { kind: 'event', name: 'go', guard: undefined },
      { kind: 'always', name: '', guard: 'ready and not full' },
    ]);
  });

  it('tells passed time and the end of what is inside from events', () => {
    expect(between('working', 'idle')).toEqual([{ kind: 'after', name: '500', guard: undefined }]);
    expect(between('working', 'stopped')).toEqual([{ kind: 'done', name: '', guard: undefined }]);
  });

  it('draws a transition of the whole machine from a state that stands for any', () => {
    expect(between(ANY_STATE, 'stopped')).toEqual([{ kind: 'event', name: 'abort', guard: undefined }]);
  });

  it('shows a state that enters itself anew, and none that merely reacts', () => {
    expect(between('idle', 'idle')).toEqual([{ kind: 'event', name: 'again', guard: undefined }]);
    expect(chart.transitions.flatMap(t => t.triggers).map(trigger => trigger.name)).not.toContain('stay');
  });
});

it('shows no state for any where the machine has no such transition', () => {
  expect(chartOf(eleven).states.map(state => state.id)).not.toContain(ANY_STATE);
});

it('names a delay by its name', () => {
  const { triggers } = chartOf(eleven).transitions.find(t => t.from === 'TIME-WAIT')!;
  expect(triggers).toEqual([{ kind: 'after', name: '2 MSL', guard: undefined }]);
});
