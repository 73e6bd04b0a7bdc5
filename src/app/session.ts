// The experiment on screen: the scenario that the editor changes, and the last run of it that succeeded.
import { create } from 'zustand';
import { MissingPart, type Part } from '../parts/part';
import { usePlayback } from '../playback/store';
import { type Problem, ProblemError } from '../problem/problem';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import type { Position } from '../trace/moment';

interface Session {
  /** What the editor shows, whether it runs or not. */
  readonly scenario: Scenario;
  /** The last scenario that ran: its run is on screen, and it is what links and exports are made from. */
  readonly shown: Scenario;
  /** Why {@link scenario} cannot run, if so. The last good run stays on screen. */
  readonly problem: Problem | undefined;
  /** Something to tell once, such as a link that could not be read. It goes when it is dismissed, or with the next run. */
  readonly notice: Problem | undefined;
  /** Runs another scenario at once, or else as soon as the parts have come that it needs. */
  change(scenario: Scenario): Promise<void>;
  /** Shows a scenario from a link, a file or a preset at a position. */
  open(scenario: Scenario, position: Position): Promise<void>;
  tell(notice: Problem | undefined): void;
}

export const useSession = create<Session>()((set, get) => ({
  scenario: undefined as unknown as Scenario,
  shown: undefined as unknown as Scenario,
  problem: undefined,
  notice: undefined,
  change: async scenario => {
    try {
      usePlayback.getState().show(simulate(scenario));
      set({ scenario, shown: scenario, problem: undefined, notice: undefined });
    } catch (error) {
      set({ scenario, problem: error instanceof ProblemError ? error.problem : undefined });
      if (error instanceof MissingPart) await resume(scenario, error.part);
      else if (!(error instanceof ProblemError)) throw error;
    }
  },
  open: async (scenario, position) => {
    await get().change(scenario);
    if (get().shown !== scenario) return;
    // An opened run is not an edit of the one before it: nothing in it counts as changed.
    usePlayback.setState({ previous: undefined, selection: undefined, preview: undefined });
    usePlayback.getState().moveTo(position);
  },
  tell: notice => set({ notice }),
}));

/** Goes on with `scenario` when `part` has come, unless another has been asked for meanwhile. */
async function resume(scenario: Scenario, part: Part<unknown>): Promise<void> {
  const failure = await part.load().then(
    () => undefined,
    (error: ProblemError) => error.problem,
  );
  const { scenario: wanted, change } = useSession.getState();
  if (wanted !== scenario) return;
  if (failure) useSession.setState({ problem: failure });
  else await change(scenario);
}
