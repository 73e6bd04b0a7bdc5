// From a draft to an interface that is right: what the interface language cannot say is left out, with the reason that it gives itself.
import { diagnoseInterface } from '../idl/parse';
import type { Problem } from '../problem/problem';
import type { Draft, DraftMember } from './draft';
import { linesOf, type Origin, type TextLine } from './draft-text';
import type { Notes } from './notes';

/** The text of the interface. What is left out is noted. */
export function settle(draft: Draft, notes: Notes): string {
  for (let rest = draft; ; ) {
    const lines = linesOf(rest);
    const text = lines.map(line => `${line.text}\n`).join('');
    const faults = faultsIn(text, lines);
    if (faults.size === 0) return text;
    for (const [origin, problem] of faults) notes.leftOut(nameOf(origin, rest), problem, origin.line);
    rest = without(rest, faults);
  }
}

/**
 * What has to go. Every type that is not there is missing whatever else is left out; of other problems only the first is certain, for to
 * leave something out may mend another.
 */
function faultsIn(text: string, lines: readonly TextLine[]): ReadonlyMap<Origin, Problem> {
  const problems = diagnoseInterface(text);
  const missing = problems.filter(({ code }) => code === 'idl.unknown-type');
  const faults = new Map<Origin, Problem>();
  for (const problem of missing.length > 0 ? missing : problems.slice(0, 1)) {
    const origin = originAt(lines, problem.at?.offset ?? 0);
    if (origin) faults.set(origin, problem);
  }
  return faults;
}

function originAt(lines: readonly TextLine[], offset: number): Origin | undefined {
  let end = 0;
  return lines.find(({ text }) => {
    end += text.length + 1;
    return offset < end;
  })?.origin;
}

function without(draft: Draft, faults: ReadonlyMap<Origin, Problem>): Draft {
  const others = <T extends Origin>(declared: readonly T[]) => declared.filter(each => !faults.has(each));
  return {
    ...draft,
    enums: others(draft.enums),
    structs: others(draft.structs).map(struct => ({ ...struct, members: others(struct.members) })),
    methods: others(draft.methods),
  };
}

/** A member is called by its struct's name too. */
function nameOf(origin: Origin, { structs }: Draft): string {
  const struct = structs.find(({ members }) => members.includes(origin as DraftMember));
  return struct ? `${struct.name}.${origin.name}` : origin.name;
}
