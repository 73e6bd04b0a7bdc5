// Which step it is, what it is called, and what it means in this run.
import { lazy, Suspense, useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { stepTitles } from '../../i18n/steps';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { usePlayback } from '../../playback/store';
import { isRemarkable } from '../../trace/journeys';
import { momentAt } from '../../trace/moment';
import { stepKeyAt } from '../../trace/turns';
import { factsAt, situationAt, type UsualSituation } from './facts';
import styles from './Stage.module.css';
import { SPOTLIGHT } from './spotlight';
import { texts } from './text';

const TroubleSentence = lazy(() => import('./TroubleSentence').then(module => ({ default: module.TroubleSentence })));

export function Headline() {
  const t = useTexts(texts);
  const titles = useTexts(stepTitles);
  const sentence = useProblemSentence();
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const { moment, key, facts, situation } = useMemo(() => {
    const moment = momentAt(trace, seq);
    const key = stepKeyAt(trace, moment);
    const facts = trace.exchanges.length > 0 ? factsAt(trace, moment) : undefined;
    return { moment, key, facts, situation: situationAt(trace, moment) };
  }, [trace, seq]);
  const isRough = useMemo(() => trace.packets.some(packet => isRemarkable(trace, packet)), [trace]);
  const { step, stepSeq } = moment;
  if (!facts)
    return (
      <div className={styles.headline}>
        <h1 className={styles.title}>{t.noCalls}</h1>
        <p className={styles.sentence}>{t.noCallsHint}</p>
      </div>
    );
  const problem = sentence(facts.problem) ?? '';
  const isRetold = key === undefined && trace.recording !== undefined;
  const overline =
    step === undefined ? [] : [t.stepOf(step), step <= 5 ? t.request : t.reply, t.components[SPOTLIGHT[step]]];
  if (step !== undefined && trace.events[stepSeq!].inferred) overline.push(step <= 5 ? t.inferred.c2s : t.inferred.s2c);
  const isUsual = isRetold || situation in t.situations;
  const usual = isRetold ? t.recordedHint : isUsual ? t.situations[situation as UsualSituation](facts) : '';
  if (facts.exchanges > 1) overline.unshift(t.callOf(facts.exchange + 1, facts.exchanges));
  return (
    <div className={styles.headline}>
      <p className={styles.overline}>{overline.join(' · ')}</p>
      <h1 className={styles.title}>{key !== undefined ? titles[key] : isRetold ? t.recorded : t.intro}</h1>
      <p className={styles.sentence}>
        {isRough || !isUsual ? (
          <Suspense fallback={usual}>
            <TroubleSentence situation={situation} facts={facts} problem={problem}>
              {usual}
            </TroubleSentence>
          </Suspense>
        ) : (
          usual
        )}
      </p>
    </div>
  );
}
