// Source texts whose lines say which step lights them.
import type { SourceText, StepNumber } from './protocol';

/** A line that is never lit, or one with the steps that light it. */
export type Line = string | readonly [text: string, ...steps: StepNumber[]];

/** The text of `lines`; a step lights everything from the first of its lines to the last. */
export function litText(title: string, language: SourceText['language'], lines: readonly Line[]): SourceText {
  const litBy: Partial<Record<StepNumber, [from: number, to: number]>> = {};
  const texts = lines.map((line, index) => {
    if (typeof line === 'string') return line;
    const [text, ...steps] = line;
    for (const step of steps) litBy[step] = [litBy[step]?.[0] ?? index + 1, index + 1];
    return text;
  });
  return { title, language, text: texts.join('\n'), litBy };
}
