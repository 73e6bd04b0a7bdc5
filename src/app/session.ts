// The experiment on screen: the scenario that the editor changes, and the tree of the runs that were made of it.
import { create } from 'zustand';
import { type ForkTree, presentScenario, seed } from '../forks/fork-tree';
import { topicOf } from '../forks/topic';
import { MissingPart, Part } from '../parts/part';
import { usePlayback } from '../playback/store';
import { type Problem, ProblemError } from '../problem/problem';
import type { Scenario } from '../scenario/scenario';
import type { Position } from '../trace/moment';
import { runOf } from './run-of';

interface Session {
  /** What the editor shows, whether it runs or not. */
  readonly scenario: Scenario;
  /** All runs since a scenario was opened. The present one is the last that ran, and is on screen. */
  readonly tree: ForkTree;
  /** The present scenario of {@link tree}: what exports are made from. */
  readonly shown: Scenario;
  /** Why {@link scenario} cannot run, if so. The last good run stays on screen. */
  readonly problem: Problem | undefined;
  /** Something to tell once, such as a link that could not be read. It goes when it is dismissed, or with the next run. */
  readonly notice: Problem | undefined;
  /** Runs an edited scenario in place of the present one, as long as that one is kept nowhere else (forks/growth.ts). */
  change(scenario: Scenario): Promise<void>;
  /** Runs what an act has made of the scenario, such as a packet dropped; the run before it stays beside it. */
  act(scenario: Scenario): Promise<void>;
  /** Shows the present run of another tree. */
  become(tree: ForkTree): Promise<void>;
  /** Shows what comes from a link, a file or a preset at a position. */
  open(tree: ForkTree, position: Position): Promise<void>;
  tell(notice: Problem | undefined): void;
}

const forking = new Part(() => import('./forking'));

export const useSession = create<Session>()((set, get) => {
  /** Shows the present run of the tree that `grow` makes, which is of `scenario`: at once, or else when the parts have come that it needs. */
  async function run(scenario: Scenario, grow: () => ForkTree): Promise<void> {
    try {
      const tree = grow();
      show(tree);
      set({ scenario, tree, shown: scenario, problem: undefined, notice: undefined });
    } catch (error) {
      set({ scenario, problem: error instanceof ProblemError ? error.problem : undefined });
      if (error instanceof MissingPart) await resume(scenario, grow, error.part);
      else if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** Goes on with `scenario` when `part` has come, unless another has been asked for meanwhile. */
  async function resume(scenario: Scenario, grow: () => ForkTree, part: MissingPart['part']): Promise<void> {
    const failure = await part.load().then(
      () => undefined,
      (error: ProblemError) => error.problem,
    );
    if (get().scenario !== scenario) return;
    if (failure) set({ problem: failure });
    else await run(scenario, grow);
  }

  return {
    scenario: undefined as unknown as Scenario,
    tree: undefined as unknown as ForkTree,
    shown: undefined as unknown as Scenario,
    problem: undefined,
    notice: undefined,
    change: scenario =>
      run(scenario, () => {
        const { tree, shown } = get();
        const isUntouched = tree.forks.size === 1 && topicOf(shown, scenario) === 'call';
        return isUntouched ? seed(scenario) : forking.get().edit(tree, scenario);
      }),
    act: scenario => run(scenario, () => forking.get().fork(get().tree, scenario)),
    become: tree => run(presentScenario(tree), () => tree),
    open: async (tree, position) => {
      await get().become(tree);
      if (get().tree !== tree) return;
      // An opened run is not an edit of the one before it: nothing in it counts as changed.
      if (tree.forks.size === 1) usePlayback.setState({ compared: undefined });
      usePlayback.setState({ selection: undefined, preview: undefined });
      usePlayback.getState().moveTo(position);
    },
    tell: notice => set({ notice }),
  };
});

function show(tree: ForkTree): void {
  const { trace, show } = usePlayback.getState();
  if (tree.forks.size === 1) show(runOf(presentScenario(tree)));
  else show(...forking.get().besideOf(tree, trace));
}
