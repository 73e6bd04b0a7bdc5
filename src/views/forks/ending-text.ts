// How a run has ended, in a word or two: '5', 'ValueError', '3 results, one error'.
import { summarizeValue } from '../../idl/summarize';
import type { Ending } from '../../trace/ending';
import type { ForksTexts } from './text';

/** Letters of a result. */
const LENGTH = 16;

export function endingText({ results, errors, waiting, last }: Ending, t: ForksTexts): string {
  const words: string[] = [];
  if (results + errors === 1 && last && !waiting)
    return last.kind === 'returned' ? summarizeValue(last.value, LENGTH) : (last.error.exception ?? t.errors(1));
  if (results > 0) words.push(t.results(results));
  if (errors > 0) words.push(t.errors(errors));
  if (waiting) words.push(t.waiting);
  return words.length > 0 ? words.join(', ') : t.nothing;
}
