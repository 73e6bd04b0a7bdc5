// What the player and the panes share: the run on screen, the place in it, and what the learner points at.
import { motionValue } from 'framer-motion';
import { create } from 'zustand';
import { type Position, seqAt } from '../trace/moment';
import type { Selection } from '../trace/selection';
import type { Trace } from '../trace/trace';

/**
 * The place in the run, continuously. Drawings that move derive from it with `useTransform`, so that neither playing nor scrubbing
 * re-renders React; React re-renders only when {@link PlaybackState.seq} changes. Change it through the store's `moveTo` only.
 */
export const position = motionValue<Position>(0);

export interface PlaybackState {
  readonly trace: Trace;
  /** The run before the last edit, against which changed octets are marked. */
  readonly previous: Trace | undefined;
  /** Seq of the last event that has happened. */
  readonly seq: number;
  /** What was clicked; it stays. */
  readonly selection: Selection | undefined;
  /** What the pointer or the focus is over; it prevails over the selection while it lasts. */
  readonly preview: Selection | undefined;
  /** Shows another run. The place is kept as well as it can be: same step of the same exchange, else the same share of the run. */
  show(trace: Trace): void;
  moveTo(position: Position): void;
  select(selection: Selection | undefined): void;
  hover(selection: Selection | undefined): void;
}

/** Creates the store's content; the app calls `usePlayback.setState({ trace })` with the first run before it renders. */
export const usePlayback = create<PlaybackState>()((set, get) => ({
  trace: undefined as unknown as Trace,
  previous: undefined,
  seq: 0,
  selection: undefined,
  preview: undefined,
  show: trace => {
    set({ trace, previous: get().trace });
    get().moveTo(Math.min(position.get(), trace.events.length - 1));
  },
  moveTo: to => {
    const { trace, seq } = get();
    const clamped = Math.max(0, Math.min(trace.events.length - 1, to));
    position.set(clamped);
    const next = seqAt(trace, clamped);
    if (next !== seq) set({ seq: next });
  },
  select: selection => set({ selection, preview: undefined }),
  hover: preview => set({ preview }),
}));

/** What to show as pointed at: the preview, or else the selection. */
export function usePointedAt(): Selection | undefined {
  return usePlayback(state => state.preview ?? state.selection);
}
