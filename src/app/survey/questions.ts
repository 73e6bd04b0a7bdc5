// What the page asks the worker that runs many calls, and what it answers.
import type { Problem } from '../../problem/problem';
import type { Scenario } from '../../scenario/scenario';
import type { PackedTrace } from '../../survey/packed-trace';
import type { Survey } from '../../survey/survey';

/** The worker holds the run of the scenario that it was asked to run last. */
export type Question =
  /** Runs a scenario. */
  | { readonly ask: 'run'; readonly scenario: Scenario }
  /** One call of the run. */
  | { readonly ask: 'call'; readonly call: number }
  /** All packets of the run as a pcapng file. */
  | { readonly ask: 'pcapng' };

/** What each question is answered with. */
export interface Answers {
  readonly run: Survey;
  readonly call: PackedTrace;
  readonly pcapng: Uint8Array<ArrayBuffer>;
}

export type Told =
  /** So many calls of the run under way have ended. */
  | { readonly ended: number }
  | { readonly answer: Answers[keyof Answers] }
  /** The question cannot be answered. */
  | { readonly problem: Problem };
