// Along the whole run: a slider, and a button that moves it.
import { Pause, Play } from 'lucide-react';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { figuresAt } from '../../survey/figures';
import type { Survey } from '../../survey/survey';
import { IconButton } from '../../ui/Button';
import styles from './Survey.module.css';
import { type SurveyTime, useMoment } from './survey-time';
import { texts } from './text';

export function TimeBar({ survey, time }: { readonly survey: Survey; readonly time: SurveyTime }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const at = useMoment(time.at);
  const { ended } = figuresAt(survey, at);
  return (
    <div className={styles.time}>
      <IconButton
        label={time.playing ? t.pause : t.play}
        icon={time.playing ? <Pause /> : <Play />}
        kind="plain"
        onClick={time.playing ? time.pause : time.play}
      />
      <input
        type="range"
        className={styles.slider}
        aria-label={t.place}
        aria-valuetext={t.placeText(formatMicros(at, locale), formatCount(ended, locale))}
        min={0}
        max={survey.duration}
        step="any"
        value={at}
        onChange={event => {
          time.pause();
          time.at.set(Number(event.target.value));
        }}
        onKeyDown={event => {
          const share = STEPS[event.key];
          if (share === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
          event.preventDefault();
          time.pause();
          time.at.set(Math.max(0, Math.min(survey.duration, at + share * survey.duration)));
        }}
      />
      <output className={styles.clock}>{formatMicros(at, locale)}</output>
    </div>
  );
}

/** How far keys go, as shares of the run. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.1,
  PageDown: -0.1,
};
