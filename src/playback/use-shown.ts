// The PDU that the panes of octets and fields show, taken apart.
import { useMemo } from 'react';
import { changesIn } from '../trace/changes';
import { type Dissection, dissect, type Span } from '../trace/dissection';
import { isWritten, shownPdu, spansIn } from '../trace/questions';
import type { PduRef, Selection } from '../trace/selection';
import type { Trace } from '../trace/trace';
import { usePlayback } from './store';

export interface Shown {
  readonly dissection: Dissection;
  /** False while the run has not yet come to where it is written or sent. */
  readonly written: boolean;
}

/** What is at hand now. Its identity changes only when another PDU is shown, or the run is another. */
export function useShown(): Shown | undefined {
  const trace = usePlayback(state => state.trace);
  // Refs are made anew by every question, so what React compares is their text.
  const key = usePlayback(state => {
    const ref = shownPdu(state.trace, state.seq, state.selection, state.selectedAt);
    return ref && `${ref.of} ${ref.id} ${isWritten(state.trace, ref, state.seq)}`;
  });
  return useMemo(() => {
    if (key === undefined) return undefined;
    const [of, id, written] = key.split(' ');
    const dissection = dissect(trace, { of: of as Dissection['ref']['of'], id: Number(id) });
    return dissection && { dissection, written: written === 'true' };
  }, [trace, key]);
}

/** The octets of the shown PDU that differ from the run that this one is compared with. */
export function useChanges({ ref }: Dissection): readonly Span[] {
  const trace = usePlayback(state => state.trace);
  const compared = usePlayback(state => state.compared);
  return useMemo(() => changesIn(trace, compared, ref), [trace, compared, ref]);
}

/** The octets of the shown PDU that are selected, or those under the pointer. None when it is all of them: nothing stands out then. */
export function useMarked({ ref, bytes }: Dissection, what: 'selection' | 'preview'): readonly Span[] {
  const trace = usePlayback(state => state.trace);
  const pointed = usePlayback(state => state[what]);
  return useMemo(() => (pointed ? markedIn(trace, ref, bytes.length, pointed) : NONE), [trace, ref, bytes, pointed]);
}

const NONE: readonly Span[] = [];

interface Marked {
  readonly trace: Trace;
  readonly ref: PduRef;
  readonly spans: readonly Span[];
}

/** The last answer for each selection: the panes' many parts ask for the same one. */
const answers = new WeakMap<Selection, Marked>();

function markedIn(trace: Trace, ref: PduRef, length: number, pointed: Selection): readonly Span[] {
  const known = answers.get(pointed);
  if (known?.trace === trace && known.ref === ref) return known.spans;
  const spans = spansIn(trace, ref, pointed).filter(({ start, end }) => end - start < length);
  answers.set(pointed, { trace, ref, spans });
  return spans;
}
