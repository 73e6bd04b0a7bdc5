// The PDU that the panes of octets and fields show, taken apart.
import { use, useMemo } from 'react';
import { MissingPart, Part } from '../parts/part';
import { protocolById } from '../protocols';
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
    return ref && `${ref.of} ${ref.id} ${isWritten(state.trace, ref, state.seq)} ${ref.arrived ?? ''}`;
  });
  const shown = useMemo(() => {
    if (key === undefined) return undefined;
    const [of, id, written, arrived] = key.split(' ');
    const ref: PduRef = { of: of as PduRef['of'], id: Number(id), ...(arrived && { arrived: true }) };
    const dissection = dissect(trace, ref);
    return dissection && { dissection, written: written === 'true' };
  }, [trace, key]);
  const ref = shown?.dissection.ref;
  const isDamaged = ref?.of === 'packet' && trace.packets[ref.id].arrivedBytes;
  const damaged = useWhenLoaded(() => isDamaged && dissectedAsDamaged(trace, ref));
  return shown && damaged ? { ...shown, dissection: damaged } : shown;
}

/** Few frames are damaged. */
const DAMAGED = new Part(() => import('../trace/damaged-frame'));

function dissectedAsDamaged(trace: Trace, ref: PduRef): Dissection {
  return DAMAGED.get().dissectDamaged(trace, ref, protocolById(trace.protocol)?.implementation.get());
}

/** What `make` makes, when the parts that it needs have come: until then, the pane waits. */
function useWhenLoaded<T>(make: () => T): T {
  for (;;) {
    const made = orMissing(make);
    if (!(made instanceof MissingPart)) return made;
    use(made.part.load());
  }
}

function orMissing<T>(make: () => T): T | MissingPart {
  try {
    return make();
  } catch (error) {
    if (error instanceof MissingPart) return error;
    throw error;
  }
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
