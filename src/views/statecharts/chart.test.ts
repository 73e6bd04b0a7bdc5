import { describe, expect, it } from 'vitest';
import { machines } from '../../machines/machines';
import { arrowFor, chartOf, ELSE, MOST_STATES } from './chart';
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

  it('draws a transition of the whole machine as one from most states', () => {
    expect(between(MOST_STATES, 'stopped')).toEqual([{ kind: 'event', name: 'abort', guard: undefined }]);
  });

  it('shows a state that enters itself anew, and none that merely reacts', () => {
    expect(between('idle', 'idle')).toEqual([{ kind: 'event', name: 'again', guard: undefined }]);
    expect(chart.transitions.flatMap(t => t.triggers).map(trigger => trigger.name)).not.toContain('stay');
  });
});

it('names a delay by its name', () => {
  const { triggers } = chartOf(eleven).transitions.find(t => t.from === 'TIME-WAIT')!;
  expect(triggers).toEqual([{ kind: 'after', name: '2 MSL', guard: undefined }]);
});

describe("TCP's chart", () => {
  const chart = chartOf(machines.clientTcp);

  it('has the eleven states of RFC 9293', () => {
    expect(chart.states).toHaveLength(11);
  });

  it('draws what every state has in common only once, as the figure of RFC 9293 leaves it out', () => {
    const toClosed = chart.transitions.filter(transition => transition.to === 'CLOSED');
    expect(toClosed.map(({ from, triggers }) => [from, triggers.map(trigger => trigger.name)])).toEqual([
      ['LISTEN', ['CLOSE']],
      ['SYN-SENT', ['CLOSE', 'rcv ICMP unreachable']],
      ['LAST-ACK', ['rcv ACK of FIN']],
      ['TIME-WAIT', ['2MSL']],
      [MOST_STATES, ['ABORT', 'rcv RST', 'USER TIMEOUT']],
    ]);
  });

  it('finds the arrow of a transition, its own or the common one', () => {
    expect(arrowFor(chart, 'LISTEN', 'CLOSED', 'CLOSE')?.from).toBe('LISTEN');
    expect(arrowFor(chart, 'LISTEN', 'CLOSED', 'ABORT')?.from).toBe(MOST_STATES);
    expect(arrowFor(chart, 'SYN-SENT', 'ESTABLISHED', 'rcv SYN,ACK')?.to).toBe('ESTABLISHED');
  });
});

it('says when a transition is what is left after guards', () => {
  const { transitions } = chartOf(machines.clientStub);
  const to = (id: string) => transitions.find(t => t.from === 'marshalling' && t.to === id)!.triggers;
  expect(to('sending')).toEqual([{ kind: 'event', name: 'marshalled', guard: 'a connection is open' }]);
  expect(to('connecting')).toEqual([{ kind: 'event', name: 'marshalled', guard: ELSE }]);
});

it.each(Object.entries(machines))('has an arrow for whatever %s does', (_, machine) => {
  const chart = chartOf(machine);
  for (const state of Object.values(machine.states)) {
    for (const transition of [...state.transitions.values()].flat()) {
      for (const target of transition.target ?? []) {
        const arrow = arrowFor(
          chart,
          state.key,
          target.key,
          transition.eventType.replace(/^xstate\.after\.([^.]+).*/, '$1'),
        );
        expect(arrow?.to, `${state.key} → ${target.key} on ${transition.eventType}`).toBe(target.key);
      }
    }
  }
});
