// What the diagram shows: the run on screen, the one that it is compared with, or both.
import { jointScales } from '../../playback/joint-scales';
import type { ScaleKind } from '../../playback/scales';
import { scalesOf } from '../../playback/scales';
import { placeOfParting } from '../../trace/parting';
import type { Trace } from '../../trace/trace';
import type { Side } from './Drawing';
import { ladderOf } from './ladder';
import type { SpaceTimeTexts } from './text';

export type Shown = 'both' | 'earlier' | 'now';

export interface Pair {
  readonly trace: Trace;
  readonly compared: Trace;
  /** Before this event both are the same. */
  readonly parting: number;
}

interface Layout {
  readonly sides: readonly Side[];
  readonly parting: number | undefined;
}

/** Less is too narrow to read. */
const LEAST_WIDTH = 320;

/** The run on screen alone, and where it parts from another. */
export function oneSide(trace: Trace, pair: Pair | undefined, kind: ScaleKind, width: number): Layout {
  const { ladder: scales } = scalesOf(trace);
  const scale = scales[kind];
  const ladder = ladderOf(trace, scale, scales.story.total, Math.max(LEAST_WIDTH, width));
  const y = pair && ladder.yOf(scale.at(placeOfParting(trace, pair.compared, pair.parting)));
  return { sides: [{ trace, ladder, scale, cursor: scale, title: undefined }], parting: y };
}

/** Both runs on one scale of time, or one of them. */
export function pairSides(
  { trace, compared, parting }: Pair,
  kind: ScaleKind,
  shown: Shown,
  width: number,
  t: SpaceTimeTexts,
): Layout {
  const scales = jointScales(compared, trace, kind);
  const each = Math.max(LEAST_WIDTH, shown === 'both' ? Math.floor(width / 2) : width);
  const side = (run: Trace, scale: Side['scale'], title: string): Side => ({
    trace: run,
    ladder: ladderOf(run, scale, scale.total, each),
    scale,
    cursor: scales.now,
    title,
  });
  const earlier = side(compared, scales.earlier, t.earlier);
  const now = side(trace, scales.now, t.thisRun);
  const place = Math.min(scales.earlier.at(parting), scales.now.at(parting));
  return {
    sides: shown === 'both' ? [earlier, now] : shown === 'earlier' ? [earlier] : [now],
    parting: now.ladder.yOf(place),
  };
}
