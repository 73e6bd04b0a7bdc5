// Runs of the line protocol, from a scenario that a test changes where it matters.
import { transcript } from '../src/exports/transcript';
import type { Json } from '../src/idl/json';
import { CANONICAL } from '../src/scenario/canonical';
import type { Scenario } from '../src/scenario/scenario';
import type { Path } from '../src/simulation/path/fate';
import { simulateOver } from '../src/simulation/simulate';
import type { Trace } from '../src/trace/trace';
import { lineProtocol } from './line-protocol';

/** add(2, 3), and two more methods, over a link of 20 ms each way. */
export const SCENARIO: Scenario = {
  ...CANONICAL,
  interface: 'add(a: int, b: int): int\nlength(text: string): int\noneway note(text: string)',
  server: { add: { does: 'add' }, length: { does: 'length' }, note: { does: 'echo' } },
  calls: [{ method: 'add', args: [2, 3] }],
  protocol: 'line',
};

/** The run of {@link SCENARIO} with `changes`. */
export function run(changes: Partial<Scenario> = {}, path?: Path): Trace {
  return simulateOver(lineProtocol, { ...SCENARIO, ...changes }, path);
}

/** The transcript's lines about packets and timers, without their times. */
export function segments(trace: Trace): string[] {
  return transcript(trace)
    .split('\n')
    .filter(line => / TCP /.test(line))
    .map(line => line.replace(/^ *[\d.]+ms {2}/, ''));
}

/** A call of the method add. */
export function add(a: Json, b: Json) {
  return { method: 'add', args: [a, b] };
}

/** What the calls returned. */
export function results(trace: Trace): unknown[] {
  return trace.events.flatMap(event =>
    event.type === 'result' ? event.outcomes.map(outcome => outcome.kind === 'returned' && outcome.value) : [],
  );
}
