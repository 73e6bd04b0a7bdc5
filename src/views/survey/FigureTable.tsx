// The figures of the moment: how many calls ended how, and how long they took. It is the legend of the drawings, too.
import type { MotionValue } from 'framer-motion';
import { formatCount, formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { figuresAt } from '../../survey/figures';
import { ENDINGS, type Survey } from '../../survey/survey';
import type { Micros } from '../../trace/trace';
import { EndingSign } from './EndingSign';
import styles from './Survey.module.css';
import { useMoment } from './survey-time';
import { texts } from './text';

interface MomentProps {
  readonly survey: Survey;
  readonly at: MotionValue<Micros>;
}

export function SurveyHeadline({ survey, at }: MomentProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { ended, underWay, notBegun, failed } = figuresAt(survey, useMoment(at));
  const count = (figure: number) => formatCount(figure, locale);
  return (
    <header className={styles.headline}>
      <p className={styles.kicker}>{t.kicker(count(survey.count), count(survey.packets), count(survey.events))}</p>
      <h1 className={styles.title}>{t.headline(count(ended), count(survey.count))}</h1>{' '}
      <p className={styles.intro}>{t.sentence(count(underWay), count(notBegun), count(failed))}</p>
    </header>
  );
}

export function FigureTable({ survey, at }: MomentProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { byEnding, repeated, latencies } = figuresAt(survey, useMoment(at));
  const everSeen = ENDINGS.filter((ending, index) => ending === 'result' || survey.ending.includes(index));
  const everRepeated = survey.executions.some(executions => executions > 1);
  return (
    <table className={styles.figures}>
      <caption className="visually-hidden">{t.figures}</caption>
      <tbody>
        {everSeen.map(ending => (
          <tr key={ending}>
            <th scope="row">
              <EndingSign ending={ending} /> {t.endings[ending]}
            </th>
            <td>{formatCount(byEnding[ending], locale)}</td>
          </tr>
        ))}
        {everRepeated && (
          <tr>
            <th scope="row">{t.repeated}</th>
            <td>{formatCount(repeated, locale)}</td>
          </tr>
        )}
        {t.quantiles.map((name, index) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{latencies[index] === undefined ? '–' : formatMicros(latencies[index], locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
