import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { type Http2StreamEvent, http2Stream } from './http2-stream';

/** Figure 2 of RFC 9113 §5.1: state, event, next state. */
const FIGURE_2 = `
  idle                  send PP  reserved (local)
  idle                  recv PP  reserved (remote)
  idle                  send H   open
  idle                  recv H   open
  reserved (local)      send H   half-closed (remote)
  reserved (local)      send R   closed
  reserved (local)      recv R   closed
  reserved (remote)     recv H   half-closed (local)
  reserved (remote)     send R   closed
  reserved (remote)     recv R   closed
  open                  recv ES  half-closed (remote)
  open                  send ES  half-closed (local)
  open                  send R   closed
  open                  recv R   closed
  half-closed (remote)  send ES  closed
  half-closed (remote)  send R   closed
  half-closed (remote)  recv R   closed
  half-closed (local)   recv ES  closed
  half-closed (local)   send R   closed
  half-closed (local)   recv R   closed`
  .trim()
  .split('\n')
  .map(line => line.trim().split(/ {2,}/) as [string, Http2StreamEvent['type'], string]);

/** A way to each state, as the figure draws it. */
const WAYS: Readonly<Record<string, readonly Http2StreamEvent['type'][]>> = {
  idle: [],
  'reserved (local)': ['send PP'],
  'reserved (remote)': ['recv PP'],
  open: ['send H'],
  'half-closed (local)': ['send H', 'send ES'],
  'half-closed (remote)': ['recv H', 'recv ES'],
  closed: ['send H', 'send R'],
};

describe('the chart of an HTTP/2 stream', () => {
  it('has the seven states of the figure', () => {
    expect(Object.keys(http2Stream.config.states ?? {}).sort()).toEqual(Object.keys(WAYS).sort());
  });

  it.each(FIGURE_2)('goes from %s on %s to %s', (from, event, to) => {
    expect(stateAfter(WAYS[from])).toBe(from);
    expect(stateAfter([...WAYS[from], event])).toBe(to);
  });

  it('has these transitions, each reached, and no other', () => {
    const events = http2Stream.events.map(type => ({ type }) as Http2StreamEvent);
    const steps = adjacencyMapToArray(getAdjacencyMap(http2Stream, { events }));
    const taken = steps
      .filter(({ state, nextState }) => nextState.value !== state.value)
      .map(({ state, event, nextState }) => `${state.value} ${event.type} ${nextState.value}`);
    expect(taken.sort()).toEqual(FIGURE_2.map(transition => transition.join(' ')).sort());
  });

  it('is closed at the client after a unary call: HEADERS and DATA with END_STREAM, HEADERS, trailers with END_STREAM', () => {
    expect(stateAfter(['send H', 'send ES'])).toBe('half-closed (local)');
    expect(stateAfter(['send H', 'send ES', 'recv H', 'recv H', 'recv ES'])).toBe('closed');
  });

  it('is closed at the server by the same frames', () => {
    expect(stateAfter(['recv H', 'recv ES', 'send H', 'send H', 'send ES'])).toBe('closed');
  });
});

function stateAfter(events: readonly Http2StreamEvent['type'][]): string {
  const actor = createActor(http2Stream).start();
  for (const type of events) actor.send({ type });
  return actor.getSnapshot().value as string;
}
