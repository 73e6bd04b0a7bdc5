// The scales of a run, each made once.
import type { Trace } from '../trace/trace';
import { clockLengths } from './clock';
import { type Scale, scaleFrom } from './scale';
import { movingLengths, storyLengths } from './story';

/** `story`: every moment gets the time that a reader needs. `clock`: true proportions. */
export type ScaleKind = 'story' | 'clock';

export interface Scales {
  /** Along these the player runs, in milliseconds of watching at normal speed. The whole run takes equally long on both. */
  readonly player: Readonly<Record<ScaleKind, Scale>>;
  /** Along these the ladder diagram is drawn. */
  readonly ladder: Readonly<Record<ScaleKind, Scale>>;
  /** Seqs of the events after which the clock scale is cut: a long wait in which nothing happens. */
  readonly clockCuts: readonly number[];
}

const known = new WeakMap<Trace, Scales>();

export function scalesOf(trace: Trace): Scales {
  let scales = known.get(trace);
  if (!scales) {
    scales = makeScales(trace);
    known.set(trace, scales);
  }
  return scales;
}

function makeScales(trace: Trace): Scales {
  const moving = movingLengths(trace);
  const ladder = scaleFrom(trace, moving);
  const story = scaleFrom(trace, storyLengths(trace, moving));
  const { lengths, cuts } = clockLengths(trace.events, story.total);
  const clock = scaleFrom(trace, lengths);
  return { player: { story, clock }, ladder: { story: ladder, clock }, clockCuts: cuts };
}
