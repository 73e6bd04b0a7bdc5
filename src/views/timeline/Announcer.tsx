// Says each step once, politely, to those who do not see the stage.
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { stepTitles } from '../../i18n/steps';
import { usePlayback } from '../../playback/store';
import { momentAt } from '../../trace/moment';
import { stepKey } from '../../trace/turns';
import { texts } from './text';

export function Announcer() {
  const t = useTexts(texts);
  const titles = useTexts(stepTitles);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const { step, stepSeq, exchange } = useMemo(() => momentAt(trace, seq), [trace, seq]);
  const key = useMemo(() => (stepSeq === undefined ? undefined : stepKey(trace, stepSeq)), [trace, stepSeq]);
  return (
    <p aria-live="polite" className="visually-hidden">
      {step && key && t.announce(step, titles[key], exchange + 1, trace.exchanges.length)}
    </p>
  );
}
