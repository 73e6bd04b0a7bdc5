import { describe, expect, it } from 'vitest';
import { createActor, type EventObject, fromCallback } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type PlayerEvent, playerMachine } from './player-machine';

const EVENTS: PlayerEvent[] = [
  { type: 'play' },
  { type: 'pause' },
  { type: 'toggle' },
  { type: 'ended' },
  { type: 'seek', to: 3 },
  { type: 'grab', to: 4 },
  { type: 'drag', to: 5 },
  { type: 'release' },
];

/** Where each event leads from each state: the whole chart as a table. */
const TABLE: Record<string, Record<PlayerEvent['type'], string>> = {
  paused: {
    play: 'playing',
    pause: 'paused',
    toggle: 'playing',
    ended: 'paused',
    seek: 'paused',
    grab: 'scrubbing',
    drag: 'paused',
    release: 'paused',
  },
  playing: {
    play: 'playing',
    pause: 'paused',
    toggle: 'paused',
    ended: 'paused',
    seek: 'paused',
    grab: 'scrubbing',
    drag: 'playing',
    release: 'playing',
  },
  scrubbing: {
    play: 'scrubbing',
    pause: 'scrubbing',
    toggle: 'scrubbing',
    ended: 'scrubbing',
    seek: 'paused',
    grab: 'scrubbing',
    drag: 'scrubbing',
    release: 'paused',
  },
};

/** A player that notes what it is told to do. */
function observed(over = false) {
  const done: string[] = [];
  const machine = playerMachine.provide({
    guards: { 'the run is over': () => over },
    actions: {
      'go to the start': () => done.push('start'),
      'go there': (_, { to }) => done.push(`go ${to}`),
    },
    actors: {
      'move with time': fromCallback<EventObject>(() => {
        done.push('run');
        return () => done.push('stop');
      }),
    },
  });
  return { actor: createActor(machine).start(), done };
}

describe('the player', () => {
  const paths = getShortestPaths(playerMachine, { events: EVENTS });

  it('reaches every state', () => {
    expect(new Set(paths.map(path => path.state.value))).toEqual(new Set(Object.keys(TABLE)));
  });

  for (const path of paths)
    for (const event of EVENTS)
      it(`goes from ${String(path.state.value)} with ${event.type} to where the table says`, () => {
        const { actor } = observed();
        for (const { event: way } of path.steps) if (EVENTS.includes(way)) actor.send(way);
        actor.send(event);
        expect(actor.getSnapshot().value).toBe(TABLE[String(path.state.value)][event.type]);
        actor.stop();
      });

  it('moves with time only while it plays', () => {
    const { actor, done } = observed();
    expect(done).toEqual([]);
    actor.send({ type: 'toggle' });
    actor.send({ type: 'toggle' });
    expect(done).toEqual(['run', 'stop']);
  });

  it('starts over when it is told to play at the end', () => {
    const { actor, done } = observed(true);
    actor.send({ type: 'play' });
    expect(done).toEqual(['start', 'run']);
  });

  it('follows the handle, and stays where it is let go', () => {
    const { actor, done } = observed();
    actor.send({ type: 'play' });
    actor.send({ type: 'grab', to: 1 });
    actor.send({ type: 'drag', to: 2.5 });
    actor.send({ type: 'release' });
    actor.send({ type: 'drag', to: 9 });
    expect(done.filter(what => what.startsWith('go'))).toEqual(['go 1', 'go 2.5']);
    expect(done).toContain('stop');
  });
});
