// What went wrong, as data: a code, the place, and the figures that a sentence needs. Sentences live in ./text, one per language.
import type { en } from './text/en';

/** The name of something that can go wrong. Each has a sentence in every language. */
export type ProblemCode = keyof typeof en;

/** Names and figures that the sentence of a problem mentions. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/**
 * Something that cannot be done, said as data so that it can be shown in any language.
 * `at` is the place: an octet offset in a message, a character offset in a text, or a path to a value (`['args', 0, 'city']`).
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  readonly at?: { readonly offset?: number; readonly end?: number; readonly path?: readonly (string | number)[] };
}

/** The exception that carries a {@link Problem}. Its `message` is English, for logs and tests. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code} ${JSON.stringify(problem.params)}${problem.at ? ` at ${JSON.stringify(problem.at)}` : ''}`);
    this.name = 'ProblemError';
  }
}

/** Makes the exception for `code`; throw what it returns. */
export function problem(code: ProblemCode, params: ProblemParams = {}, at?: Problem['at']): ProblemError {
  return new ProblemError({ code, params, at });
}
