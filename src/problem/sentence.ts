// A problem's sentence in a language: the template of ./text with its parameters filled in.
import type { Problem, ProblemCode } from './problem';

/** The sentences of one language. */
export type ProblemTexts = Readonly<Record<ProblemCode, string>>;

/** The sentence that tells `problem` in the language of `texts`. An unknown parameter stays visible as `{name}`. */
export function problemSentence(problem: Problem, texts: ProblemTexts): string {
  return texts[problem.code].replace(/\{(\w+)\}/g, (whole, name: string) => String(problem.params[name] ?? whole));
}
