// The runs of many calls that the page knows: of each a survey, and the one call that is open. The runs themselves are the worker's.
import { create } from 'zustand';
import { loadAllParts, MissingPart } from '../../parts/part';
import { usePlayback } from '../../playback/store';
import { protocolById } from '../../protocols';
import type { Scenario } from '../../scenario/scenario';
import { UnknownKind } from '../../survey/packed-annotations';
import { unpackTrace } from '../../survey/packed-trace';
import type { Survey } from '../../survey/survey';
import type { Trace } from '../../trace/trace';
import { callInWorker, runInWorker } from './colleague';

interface SurveyedRun {
  readonly survey: Survey;
  readonly opened: Trace;
}

/** A survey is small, but a call may hold a megabyte. Two are shown side by side. */
const MOST_KEPT = 4;
const kept = new Map<Scenario, SurveyedRun>();

/** How many calls have ended of the run under way. */
export const useProgress = create<{ readonly ended: number }>()(() => ({ ended: 0 }));

/** The call of the run of `scenario` that is open. Throws a MissingPart as long as there is no such run. */
export function openedCall(scenario: Scenario): Trace {
  const run = kept.get(scenario);
  if (!run) throw new MissingPart({ load: () => make(scenario) });
  return run.opened;
}

/** The survey of a run that has been made; undefined of one that is shown as a whole. */
export function surveyOfRun(scenario: Scenario): Survey | undefined {
  return kept.get(scenario)?.survey;
}

/** Opens another call of the run of `scenario`, which has been made; its last when it has no such call. */
export async function reopen(scenario: Scenario, call: number): Promise<Trace> {
  const run = kept.get(scenario);
  const opened = await callOf(scenario, Math.min(call, run ? run.survey.count - 1 : call));
  if (run) kept.set(scenario, { ...run, opened });
  return opened;
}

async function make(scenario: Scenario): Promise<void> {
  useProgress.setState({ ended: 0 });
  const survey = await runInWorker(scenario, ended => useProgress.setState({ ended }));
  // Who has edited or acted looks at the same call as before.
  const call = usePlayback.getState().trace?.part?.call ?? 0;
  const opened = await callOf(scenario, Math.min(call, survey.count - 1));
  kept.set(scenario, { survey, opened });
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
}

async function callOf(scenario: Scenario, call: number): Promise<Trace> {
  const packed = await callInWorker(scenario, call);
  await protocolById(scenario.protocol)?.implementation.load();
  try {
    return unpackTrace(packed);
  } catch (error) {
    if (!(error instanceof UnknownKind)) throw error;
    // The run came to a part that the page has not met yet, such as a compressor.
    await loadAllParts();
    return unpackTrace(packed);
  }
}
