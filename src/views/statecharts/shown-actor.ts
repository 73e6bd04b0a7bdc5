// Whose chart is on screen: the one that the learner chose, or else the one that the step under way is about.
import { create } from 'zustand';
import type { Moment } from '../../trace/moment';
import type { ActorId, Trace } from '../../trace/trace';
import type { ChartId } from './stream-charts';

interface ShownActor {
  /** Undefined while the chart follows the call. */
  readonly pinned: ChartId | undefined;
}

/** Outlives the view, so that it is found as it was left when its tab is opened again. */
export const useShownActor = create<ShownActor>()(() => ({ pinned: undefined }));

/** Who does a step's work. The handshake is in step 3, a close by the server in step 8. */
const ACTOR_OF_STEP: Readonly<Record<number, ActorId>> = {
  1: 'client',
  2: 'clientStub',
  3: 'clientTcp',
  4: 'serverStub',
  5: 'serverStub',
  6: 'server',
  7: 'serverStub',
  8: 'serverTcp',
  9: 'clientStub',
  10: 'client',
};

/** The actor to look at: of the step, or, when the last step is over, the TCP endpoint that moved last. */
export function followedActor(trace: Trace, { step, stepSeq, seq }: Moment): ActorId {
  if (step === undefined) return 'client';
  if (step === 10) {
    const since = trace.events.slice(stepSeq, seq + 1);
    const moved = since.findLast(event => event.type === 'transition' && /Tcp$/.test(event.actor));
    if (moved) return moved.actor;
  }
  return ACTOR_OF_STEP[step];
}
