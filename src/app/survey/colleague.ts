// The worker as the page knows it: it is given a run, and asked about it. Whoever asks for another run does not wait for the one under way.
import { ProblemError, problem } from '../../problem/problem';
import type { Scenario } from '../../scenario/scenario';
import type { Answers, Question, Told } from './questions';

interface Waiting {
  readonly question: Question;
  readonly ended?: (calls: number) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: ProblemError) => void;
}

let worker: Worker | undefined;
/** Questions in the order of asking: the first is being answered. */
let waiting: Waiting[] = [];

/** The scenario whose run the worker holds or is making. */
let held: Scenario | undefined;

/** Has `scenario` run; `ended` hears how many calls have ended so far. Rejects with a ProblemError. */
export function runInWorker(scenario: Scenario, ended: (calls: number) => void): Promise<Answers['run']> {
  if (waiting.length > 0) dismiss();
  held = scenario;
  return ask<'run'>({ ask: 'run', scenario }, ended);
}

/** One call of the run of `scenario`, which is made anew if the worker has another. */
export async function callInWorker(scenario: Scenario, call: number): Promise<Answers['call']> {
  if (held !== scenario) await runInWorker(scenario, () => {});
  return ask<'call'>({ ask: 'call', call });
}

/** The packets of the run of `scenario` as a file. */
export async function pcapngInWorker(scenario: Scenario): Promise<Answers['pcapng']> {
  if (held !== scenario) await runInWorker(scenario, () => {});
  return ask<'pcapng'>({ ask: 'pcapng' });
}

function ask<Ask extends Question['ask']>(question: Question, ended?: Waiting['ended']): Promise<Answers[Ask]> {
  return new Promise((resolve, reject) => {
    waiting.push({ question, ended, resolve, reject });
    if (waiting.length === 1) hire().postMessage(question);
  });
}

function hire(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'many calls' });
  worker.onmessage = ({ data }: MessageEvent<Told>) => heard(data);
  // Its file could not be had, or the program has a fault, which the browser reports.
  worker.onerror = dismiss;
  return worker;
}

function heard(told: Told): void {
  if ('ended' in told) {
    waiting[0].ended?.(told.ended);
    return;
  }
  const { resolve, reject } = waiting.shift()!;
  if (waiting.length > 0) hire().postMessage(waiting[0].question);
  if ('answer' in told) resolve(told.answer as never);
  else reject(new ProblemError(told.problem));
}

/** The worker cannot be interrupted: it goes, and the next question hires another. */
function dismiss(): void {
  worker?.terminate();
  worker = undefined;
  held = undefined;
  const all = waiting;
  waiting = [];
  for (const { reject } of all) reject(problem('part.unavailable'));
}
