// How far a run has come that stands beside the one with the cursor.
import { useSyncExternalStore } from 'react';
import type { Scale } from '../../playback/scale';
import { position, usePlayback } from '../../playback/store';

/** Places that are the same may differ so much by rounding. */
const ROUNDING = 1e-6;

/** Seq of the last event that has happened in the run of `scale` when the cursor stands where it does in that of `cursor`. */
export function useSeqAlong(scale: Scale, cursor: Scale): number {
  return useSyncExternalStore(
    told => position.on('change', told),
    () =>
      scale === cursor
        ? usePlayback.getState().seq
        : Math.floor(scale.positionAt(cursor.at(position.get()) + ROUNDING)),
  );
}
