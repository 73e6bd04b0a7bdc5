// What the player and the panes share: the run on screen, the place in it, and what the learner points at.
import { motionValue } from 'framer-motion';
import { create } from 'zustand';
import { type Position, seqAt } from '../trace/moment';
import type { Selection } from '../trace/selection';
import type { Trace } from '../trace/trace';
import { samePlace, sameSelection } from './place';
import type { ScaleKind } from './scales';

/**
 * The place in the run, continuously. Drawings that move derive from it (use-follower.ts), so that neither playing nor scrubbing
 * re-renders React; React re-renders only when {@link PlaybackState.seq} changes. Change it through the store's `moveTo` only.
 */
export const position = motionValue<Position>(0);

/** The logarithm of the speed, base 2; a whole number. */
export type SpeedExponent = number;

export const SLOWEST: SpeedExponent = -4;
export const FASTEST: SpeedExponent = 4;

/** What a run is shown beside. */
export interface Beside {
  readonly compared: Trace;
  /** See {@link PlaybackState.parting}. */
  readonly parting: number | undefined;
  /** Up to this seq the run is the same as the one that is on screen so far. */
  readonly same: number;
}

export interface PlaybackState {
  readonly trace: Trace;
  /** The run that this one is compared with: that of another fork, else the one before the last edit. Octets that differ are marked. */
  readonly compared: Trace | undefined;
  /** Of another fork: seq of the first event that is not the same in both. Undefined when there is none, or both runs are the same. */
  readonly parting: number | undefined;
  /** Seq of the last event that has happened. */
  readonly seq: number;
  /** What was clicked; it stays. */
  readonly selection: Selection | undefined;
  /** Seq at which it was clicked: there it decides what is shown (trace/questions.ts). -1 without a selection. */
  readonly selectedAt: number;
  /** What the pointer or the focus is over; it prevails over the selection while it lasts. */
  readonly preview: Selection | undefined;
  /** What the player runs along: `story` gives every moment the time that a reader needs, `clock` keeps true proportions. */
  readonly scale: ScaleKind;
  /** Speed is 2 to the power of this: −4 is 1/16×, 0 is 1×, 4 is 16×. */
  readonly speed: SpeedExponent;
  /** Whether playing moves or shows one scene after the other. `system` follows the device's setting. */
  readonly motion: 'system' | 'full' | 'reduced';
  /** Whether keys without Ctrl or Alt steer the player (WCAG 2.2, 2.1.4). */
  readonly keysEnabled: boolean;
  /** Shows another run. The place is kept as well as it can be: see {@link samePlace}. */
  show(trace: Trace, beside?: Beside): void;
  moveTo(position: Position): void;
  select(selection: Selection | undefined): void;
  hover(selection: Selection | undefined): void;
}

/** Creates the store's content; the app calls `usePlayback.setState({ trace })` with the first run before it renders. */
export const usePlayback = create<PlaybackState>()((set, get) => ({
  trace: undefined as unknown as Trace,
  compared: undefined,
  parting: undefined,
  seq: 0,
  selection: undefined,
  selectedAt: -1,
  preview: undefined,
  scale: 'story',
  speed: 0,
  motion: 'system',
  keysEnabled: true,
  show: (trace, beside) => {
    const { trace: previous, selection, seq, selectedAt } = get();
    const place = previous ? samePlace(previous, position.get(), trace, beside?.same) : position.get();
    const next = seqAt(trace, place);
    set({
      trace,
      compared: beside ? beside.compared : previous,
      parting: beside?.parting,
      seq: next,
      selection: previous ? sameSelection(previous, selection, trace) : undefined,
      selectedAt: selectedAt === seq ? next : -1,
      preview: undefined,
    });
    get().moveTo(place);
  },
  moveTo: to => {
    const { trace, seq } = get();
    const clamped = Math.max(0, Math.min(trace.events.length - 1, to));
    position.set(clamped);
    const next = seqAt(trace, clamped);
    if (next !== seq) set({ seq: next });
  },
  select: selection => set({ selection, selectedAt: selection ? get().seq : -1, preview: undefined }),
  hover: preview => set({ preview }),
}));

/** Tells, whenever it is asked, whether to show scenes instead of motion: as chosen, or else as the device has it. */
export function motionSetting(): () => boolean {
  const device = matchMedia('(prefers-reduced-motion: reduce)');
  return () => {
    const { motion } = usePlayback.getState();
    return motion === 'system' ? device.matches : motion === 'reduced';
  };
}

/** What to show as pointed at: the preview, or else the selection. */
export function usePointedAt(): Selection | undefined {
  return usePlayback(state => state.preview ?? state.selection);
}
