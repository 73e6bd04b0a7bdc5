// The places of a run where one stops: the beginning of each step, each event, and, when nothing may move, each scene.

import type { StepNumber } from '../protocols/protocol';
import { momentAt, type Position, seqAt, stepEvents } from '../trace/moment';
import type { Trace } from '../trace/trace';
import type { Scale } from './scale';
import { restingPlace } from './story';

/** How long a gap must be watched to be a scene of its own. */
const SCENE_MS = 500;

/** Where the next step begins; the end of the run after the last. */
export function nextStep(trace: Trace, position: Position): Position {
  const places = stepEvents(trace).map(event => restingPlace(trace, event.seq));
  return places.find(place => place > position) ?? trace.events.length - 1;
}

/** Where the present step began, or, from there, the one before; the start of the run before the first. */
export function previousStep(trace: Trace, position: Position): Position {
  const places = stepEvents(trace).map(event => restingPlace(trace, event.seq));
  return places.findLast(place => place < position) ?? 0;
}

export function nextEvent(trace: Trace, position: Position): Position {
  return Math.min(trace.events.length - 1, Math.floor(position) + 1);
}

export function previousEvent(position: Position): Position {
  return Math.max(0, Math.ceil(position) - 1);
}

/**
 * Where step `step` of the present exchange begins: its next occurrence from `position` on, or else its first; in a later exchange
 * if the present one has none. Undefined when the step does not come.
 */
export function placeOfStep(trace: Trace, position: Position, step: StepNumber): Position | undefined {
  const { exchange } = momentAt(trace, position);
  const places = stepEvents(trace)
    .filter(event => event.step === step)
    .map(event => ({ place: restingPlace(trace, event.seq), exchange: event.exchange ?? exchange }));
  const here = places.filter(found => found.exchange === exchange);
  const found =
    here.find(({ place }) => place > position) ?? here[0] ?? places.find(other => other.exchange > exchange);
  return found?.place;
}

/** What stands still on screen instead of the motion around `position`: the middle of a crossing, else the event that has happened. */
export function sceneAt(trace: Trace, scale: Scale, position: Position): Position {
  let seq = seqAt(trace, position);
  while (seq > 0 && seq + 1 < trace.events.length && scale.startOf(seq + 1) - scale.startOf(seq) < SCENE_MS) seq--;
  const last = seq + 1 >= trace.events.length;
  const event = trace.events[seq];
  const reading = event.type === 'step' || event.type === 'encoded' || event.type === 'decoded';
  return last || reading || trace.events[seq + 1].at === event.at ? seq : seq + 0.5;
}
