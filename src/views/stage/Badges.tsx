// The ten numbered steps on the route. Pressing one goes there.
import { useMemo } from 'react';
import { useTexts } from '../../i18n/locale';
import { stepTitles } from '../../i18n/steps';
import { player } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import type { StepNumber } from '../../protocols/protocol';
import { type Moment, stepEvents } from '../../trace/moment';
import type { Trace } from '../../trace/trace';
import { stepKey } from '../../trace/turns';
import { DrawingButton } from '../../ui/DrawingButton';
import { BADGE_RADIUS, type StageLayout } from './layout';
import styles from './Stage.module.css';
import { texts } from './text';

/** Those of the attempt, and the client's own, which belong to none. */
function stepsOf(trace: Trace, exchange: number, attempt: number) {
  return stepEvents(trace).filter(
    event =>
      (event.exchange ?? exchange) === exchange && (event.actor === 'client' || (event.attempt ?? 0) === attempt),
  );
}

const STEPS: readonly StepNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function Badges({ layout, moment }: { readonly layout: StageLayout; readonly moment: Moment }) {
  const t = useTexts(texts);
  const titles = useTexts(stepTitles);
  const trace = usePlayback(state => state.trace);
  const { exchange, attempt } = moment;
  const steps = useMemo(() => stepsOf(trace, exchange, attempt), [trace, exchange, attempt]);
  return STEPS.map(step => {
    const { x, y } = layout.badges[step];
    const occurrences = steps.filter(event => event.step === step);
    const exists = occurrences.length > 0;
    const shown = occurrences.findLast(event => event.seq <= moment.seq) ?? occurrences[0];
    const title = titles[shown ? stepKey(trace, shown.seq) : step];
    const isCurrent = moment.step === step;
    const isPast = exists && shown.seq <= moment.seq;
    const look = isCurrent ? styles.current : isPast ? styles.past : exists ? styles.future : styles.absent;
    return (
      <DrawingButton
        key={step}
        label={exists ? t.goToStep(step, title) : t.noSuchStep(step)}
        aria-current={isCurrent ? 'step' : undefined}
        disabled={!exists}
        className={`${styles.badge} ${look}`}
        onPress={() => player.toStep(step)}
      >
        <title>{title}</title>
        <circle cx={x} cy={y} r="22" className={styles.target} />
        <circle cx={x} cy={y} r={isCurrent ? BADGE_RADIUS + 4 : BADGE_RADIUS} className={styles.disc} />
        <text x={x} y={y + 4.5} textAnchor="middle">
          {step}
        </text>
      </DrawingButton>
    );
  });
}
