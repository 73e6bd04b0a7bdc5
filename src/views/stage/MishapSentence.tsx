// The headline's sentence in a run in which something goes wrong on the way: what just has, or else the ordinary one.
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { mishapAt } from '../../trace/mishaps';
import { mishapTexts } from './mishap-text';

export function MishapSentence({ children }: { readonly children: ReactNode }) {
  const t = useTexts(mishapTexts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const mishap = useMemo(() => mishapAt(trace, seq), [trace, seq]);
  return (
    <>
      <span aria-live="polite">{mishap && t.tell(mishap)}</span>
      {!mishap && children}
    </>
  );
}
