// Which part of the scenario a problem of the run is about.
import type { Problem } from '../../problem/problem';
import { isBatch } from '../../scenario/edit';
import type { Scenario } from '../../scenario/scenario';

export type Path = readonly (string | number)[];

/**
 * Whether `problem` is about the part at `part` of a call, counted through the batches. What a protocol finds while it writes a message says
 * only which argument is meant; with several calls it is not said of any.
 */
export function concerns(problem: Problem, scenario: Scenario, call: number, part: Path): boolean {
  const path = problem.at?.path ?? [];
  const calls = callPaths(scenario);
  if (startsWith(path, [...calls[call], ...part])) return true;
  return calls.length === 1 && startsWith(path, part);
}

/** Whether `problem` is about the setting at `path`. */
export function isAt(problem: Problem, path: Path): boolean {
  return startsWith(problem.at?.path ?? [], path);
}

/** Where each call stands in the scenario. */
function callPaths({ calls }: Scenario): readonly Path[] {
  return calls.flatMap((entry, index): readonly Path[] =>
    isBatch(entry) ? entry.batch.map((_, part) => ['calls', index, 'batch', part]) : [['calls', index]],
  );
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((key, index) => path[index] === key);
}
