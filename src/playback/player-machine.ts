// The player's chart: paused, playing, scrubbing. What playing and moving mean is provided by player.ts.
import { type EventObject, fromCallback, setup } from 'xstate';
import type { Position } from '../trace/moment';

export type PlayerEvent =
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'toggle' }
  /** The run is over; only the playing itself says so. */
  | { readonly type: 'ended' }
  /** Go there: a step of the keyboard, a click on a badge. Whoever looks for a place wants to stay there, so playing pauses. */
  | { readonly type: 'seek'; readonly to: Position }
  /** The handle of the timeline is taken, moved and let go. */
  | { readonly type: 'grab'; readonly to: Position }
  | { readonly type: 'drag'; readonly to: Position }
  | { readonly type: 'release' };

export const playerMachine = setup({
  types: { events: {} as PlayerEvent },
  guards: { 'the run is over': () => false },
  actions: {
    'go to the start': () => {},
    'go there': (_, _params: { to: Position }) => {},
  },
  actors: { 'move with time': fromCallback<EventObject>(() => {}) },
}).createMachine({
  id: 'player',
  initial: 'paused',
  on: {
    seek: { target: '.paused', actions: { type: 'go there', params: ({ event }) => ({ to: event.to }) } },
    grab: { target: '.scrubbing', actions: { type: 'go there', params: ({ event }) => ({ to: event.to }) } },
  },
  states: {
    paused: {
      on: {
        play: [{ guard: 'the run is over', actions: 'go to the start', target: 'playing' }, { target: 'playing' }],
        toggle: [{ guard: 'the run is over', actions: 'go to the start', target: 'playing' }, { target: 'playing' }],
      },
    },
    playing: {
      invoke: { src: 'move with time' },
      on: { pause: 'paused', toggle: 'paused', ended: 'paused' },
    },
    scrubbing: {
      on: {
        drag: { actions: { type: 'go there', params: ({ event }) => ({ to: event.to }) } },
        release: 'paused',
      },
    },
  },
});
