// Fair timing on a noisy machine: contenders take turns in random order within each round, and are compared round by round.

/** One thing to time. It returns something that depends on the work, so that the work cannot be optimised away. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** Figures of one contender. `ratio` is the median over the rounds of its time by the baseline's time in the same round. */
export interface Result {
  readonly name: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly ratio: number;
}

/** Contenders for the same work; the first is the baseline. They are made when they are to be measured, for it takes memory and time. */
export interface Comparison {
  readonly title: string;
  readonly rounds: number;
  readonly contenders: () => readonly Contender[];
}

export interface Table {
  readonly title: string;
  readonly results: readonly Result[];
}

/** The tables of all comparisons that have each of `words` in their titles, in letters of either case. */
export function measured(comparisons: readonly Comparison[], words: readonly string[]): Table[] {
  return comparisons
    .filter(({ title }) => words.every(word => title.toLowerCase().includes(word.toLowerCase())))
    .map(({ title, rounds, contenders }) => ({ title, results: compare(contenders(), rounds) }));
}

/** A sample repeats its contender until it has taken this long, so that the clock's resolution does not matter. */
const SAMPLE_MS = 5;

/** Times `contenders` in `rounds` rounds; the first is the baseline of the ratios. */
function compare(contenders: readonly Contender[], rounds: number): Result[] {
  const repeats = contenders.map(warmUp);
  const samples = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const i of shuffled(contenders.length, round)) samples[i].push(sample(contenders[i], repeats[i]));
  return contenders.map(({ name }, i) => ({
    name,
    medianMs: quantile(samples[i], 0.5),
    p95Ms: quantile(samples[i], 0.95),
    ratio: quantile(
      samples[i].map((ms, round) => ms / samples[0][round]),
      0.5,
    ),
  }));
}

/** The value below which the share `q` of `values` lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

/**
 * Runs a contender until it is compiled, and finds how many repetitions make a sample: however coarse the clock is, which in a browser moves
 * by a tenth of a millisecond, and whatever else takes the processor in between.
 */
function warmUp(contender: Contender): number {
  for (let i = 0; i < 5; i++) contender.run();
  let repeats = 1;
  const shortest = () => Math.min(...[1, 2, 3].map(() => sample(contender, repeats)));
  while (shortest() * repeats < SAMPLE_MS) repeats *= 2;
  return repeats;
}

function sample({ run }: Contender, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return (performance.now() - start) / repeats;
}

/** An order of `0..count-1` that differs from round to round and is the same in every run of the benchmark. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1, state = seed + 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
