// What somebody is typing, kept apart from what it stands for: '1.' stays '1.' although it means 1, and wrong input stays as it is.
import { useState } from 'react';

/**
 * The text to show for `source`: the draft that was kept for it, or else `source` itself. `keep(text, next)` keeps a draft for as long as
 * the source is `next`; a source that changes otherwise, by undoing or by opening another scenario, drops it.
 */
export function useDraft(source: string): readonly [text: string, keep: (text: string, next: string) => void] {
  const [draft, setDraft] = useState<{ readonly text: string; readonly source: string }>();
  const text = draft?.source === source ? draft.text : source;
  return [text, (typed, next) => setDraft({ text: typed, source: next })];
}
