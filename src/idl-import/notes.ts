// What of a file the interface does not say. Nothing is left out in silence.
import type { Problem } from '../problem/problem';
import type { Line } from './draft';

/** Why something of the file is not in the interface, or is there in another form. */
export interface Note {
  /** Ascending, from 1. */
  readonly lines: readonly Line[];
  readonly problem: Problem;
  /** The name of what is left out because of the problem. */
  readonly leftOut?: string;
}

/** What can be said about several places at once: the sentence has the names of all. */
type CommonCode = Extract<Problem['code'], `import.${string}`>;

/** Gathers notes. */
export class Notes {
  private readonly common = new Map<CommonCode, { readonly names: Set<string>; readonly lines: Set<Line> }>();
  private readonly single: Note[] = [];

  /** Says the same of `name` as of others with that code. */
  add(code: CommonCode, name: string, line: Line): void {
    const found = this.common.get(code) ?? { names: new Set(), lines: new Set() };
    this.common.set(code, found);
    found.names.add(name);
    found.lines.add(line);
  }

  leftOut(name: string, problem: Problem, line: Line): void {
    this.single.push({ lines: [line], problem, leftOut: name });
  }

  /** All notes, in the order of the file. */
  all(): readonly Note[] {
    const common = [...this.common].map(([code, { names, lines }]): Note => {
      const problem = { code, params: { names: [...names].join(', ') } };
      return { lines: [...lines].sort((a, b) => a - b), problem };
    });
    return [...common, ...this.single].sort((a, b) => a.lines[0] - b.lines[0]);
  }
}
