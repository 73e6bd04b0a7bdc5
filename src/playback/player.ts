// The one player of the page: the chart brought to life with the store's position, and what buttons and keys ask of it.
import { useSyncExternalStore } from 'react';
import { createActor, type EventObject, fromCallback } from 'xstate';
import type { StepNumber } from '../protocols/protocol';
import type { Position } from '../trace/moment';
import { playerMachine } from './player-machine';
import type { Scale } from './scale';
import { scalesOf } from './scales';
import { nextEvent, nextStep, placeOfStep, previousEvent, previousStep, sceneAt } from './scenes';
import { FASTEST, motionSetting, position, SLOWEST, type SpeedExponent, usePlayback } from './store';

/** A page that was hidden comes back at the place where it was left, not far ahead. */
const LONGEST_FRAME_MS = 100;

const actor = createActor(
  playerMachine.provide({
    guards: { 'the run is over': () => position.get() >= lastPosition() },
    actions: {
      'go to the start': () => usePlayback.getState().moveTo(0),
      'go there': (_, { to }) => usePlayback.getState().moveTo(to),
    },
    actors: {
      'move with time': fromCallback<EventObject>(({ sendBack }) => moveWithTime(() => sendBack({ type: 'ended' }))),
    },
  }),
).start();

/** The id of the button that plays: where Space does what one wants when something has been set up to be watched. */
export const PLAY_BUTTON = 'play';

/** What one can ask of the player. Stepping and jumping pause it. */
export const player = {
  play: () => actor.send({ type: 'play' }),
  pause: () => actor.send({ type: 'pause' }),
  toggle: () => actor.send({ type: 'toggle' }),
  seek: (to: Position) => actor.send({ type: 'seek', to }),
  grab: (to: Position) => actor.send({ type: 'grab', to }),
  drag: (to: Position) => actor.send({ type: 'drag', to }),
  release: () => actor.send({ type: 'release' }),
  stepForward: () => player.seek(nextStep(usePlayback.getState().trace, position.get())),
  stepBack: () => player.seek(previousStep(usePlayback.getState().trace, position.get())),
  eventForward: () => player.seek(nextEvent(usePlayback.getState().trace, position.get())),
  eventBack: () => player.seek(previousEvent(position.get())),
  toStart: () => player.seek(0),
  toEnd: () => player.seek(lastPosition()),
  /** Clamped to the range of speeds, whole. */
  runAt: (speed: SpeedExponent) =>
    usePlayback.setState({ speed: Math.max(SLOWEST, Math.min(FASTEST, Math.round(speed))) }),
  /** Does nothing when this run has no such step. */
  toStep: (step: StepNumber) => {
    const place = placeOfStep(usePlayback.getState().trace, position.get(), step);
    if (place !== undefined) player.seek(place);
  },
};

/** Whether the run is being played just now. */
export function useIsPlaying(): boolean {
  return useSyncExternalStore(whenItChanges, () => actor.getSnapshot().matches('playing'));
}

function whenItChanges(told: () => void): () => void {
  return actor.subscribe(told).unsubscribe;
}

/** The scale that the player runs along, as the learner has chosen it. */
export function usePlayerScale(): Scale {
  const trace = usePlayback(state => state.trace);
  return scalesOf(trace).player[usePlayback(state => state.scale)];
}

function lastPosition(): Position {
  return usePlayback.getState().trace.events.length - 1;
}

/** Moves the position along the chosen scale, frame by frame, until the run is over. Returns what stops it. */
function moveWithTime(ended: () => void): () => void {
  let before: number | undefined;
  let scale: Scale | undefined;
  let coordinate = 0;
  let shown: Position | undefined;
  const reduced = motionSetting();

  function frame(now: number) {
    const { trace, moveTo, scale: kind, speed } = usePlayback.getState();
    const chosen = scalesOf(trace).player[kind];
    // The place was changed by somebody else, or time is laid out anew: go on from what is on screen.
    if (chosen !== scale || position.get() !== shown) coordinate = chosen.at(position.get());
    scale = chosen;
    coordinate += Math.min(LONGEST_FRAME_MS, now - (before ?? now)) * 2 ** speed;
    before = now;
    const to = coordinate >= scale.total ? lastPosition() : scale.positionAt(coordinate);
    moveTo(reduced() ? sceneAt(trace, scale, to) : to);
    shown = position.get();
    if (coordinate >= scale.total) ended();
    else request = requestAnimationFrame(frame);
  }

  let request = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(request);
}
