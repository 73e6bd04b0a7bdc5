// Gives damaged octets to decoders, and tells of those that one does not bear.
import { MissingPart } from '../../src/parts/part';
import { ProblemError } from '../../src/problem/problem';
import { hexText } from '../../src/wire/bytes/field-value';
import { damaged, drawing } from './damage';
import type { Target } from './target';

/** Fields of a message, for each of its octets and beside them, that are still in proportion to it. */
const MOST_FIELDS_PER_OCTET = 8;
const MOST_FIELDS_BESIDE = 64;

export interface Tally {
  readonly inputs: number;
  /** Inputs that were refused with a problem. */
  readonly refused: number;
  /** Milliseconds that the slowest input took. */
  readonly slowestMs: number;
  /** What must not be: an exception that is no problem, more fields than octets can bear, or too long a time. */
  readonly faults: readonly string[];
}

/** Reads `count` inputs, which `seed` determines, through all `targets` in turn. `clock` tells milliseconds; `begun` hears of each input. */
export function fuzz(
  targets: readonly Target[],
  count: number,
  seed: number,
  clock: () => number,
  begun: (input: number) => void = () => {},
): Tally {
  const faults: string[] = [];
  let refused = 0;
  let slowestMs = 0;
  for (let input = 0; input < count; input++) {
    begun(input);
    const target = targets[input % targets.length];
    const draw = drawing(Math.imul(seed, 0x9e3779b1) + input);
    const octets = damaged(target.valid, draw);
    const start = clock();
    const fault = faultOf(target, octets, draw);
    slowestMs = Math.max(slowestMs, clock() - start);
    if (fault === 'refused') refused++;
    else if (fault) faults.push(`${target.name}: ${fault}\n    ${hexText(octets)}`);
  }
  return { inputs: count, refused, slowestMs, faults };
}

function faultOf({ read }: Target, octets: Uint8Array, draw: ReturnType<typeof drawing>): string | undefined {
  try {
    const fields = read(octets, draw);
    const most = octets.length * MOST_FIELDS_PER_OCTET + MOST_FIELDS_BESIDE;
    return fields > most ? `${fields} fields of ${octets.length} octets` : undefined;
  } catch (error) {
    if (error instanceof ProblemError) return 'refused';
    if (error instanceof MissingPart) throw error;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
