// Brings another call of the run of many on screen.
import { usePlayback } from '../../playback/store';
import { ProblemError } from '../../problem/problem';
import type { Position } from '../../trace/moment';
import { useSession } from '../session';
import { reopen } from './surveyed-runs';

/** Opens another call of the run on screen: at a position of its own, or else as far as the one that was open. */
export async function openCall(call: number, at?: Position): Promise<void> {
  const { shown } = useSession.getState();
  try {
    const opened = await reopen(shown, call);
    if (useSession.getState().shown !== shown) return;
    const { show, moveTo } = usePlayback.getState();
    show(opened);
    // Another call is no edit of the one before: nothing in it counts as changed.
    usePlayback.setState({ compared: undefined, parting: undefined, selection: undefined, preview: undefined });
    if (at !== undefined) moveTo(at);
  } catch (error) {
    // Another run has come between, or a part of the program cannot be had: what is on screen stays.
    if (!(error instanceof ProblemError)) throw error;
  }
}
