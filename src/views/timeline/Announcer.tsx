// Says each step once, politely, to those who do not see the stage.
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { stepTitles } from '../../i18n/steps';
import { usePlayback } from '../../playback/store';
import { momentAt } from '../../trace/moment';
import { texts } from './text';

export function Announcer() {
  const t = useTexts(texts);
  const titles = useTexts(stepTitles);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const { step, exchange } = useMemo(() => momentAt(trace, seq), [trace, seq]);
  return (
    <p aria-live="polite" className="visually-hidden">
      {step && t.announce(step, titles[step], exchange + 1, trace.exchanges.length)}
    </p>
  );
}
