// How far the simulation of many calls is. The run before stays on screen meanwhile.
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { callCount } from '../../scenario/load';
import { useSession } from '../session';
import styles from './CallBar.module.css';
import { useProgress } from './surveyed-runs';
import { texts } from './text';

export function Simulating() {
  const t = useTexts(texts);
  const locale = useLocale();
  const ended = useProgress(progress => progress.ended);
  const calls = useSession(({ scenario }) => callCount(scenario));
  const words = t.simulating(formatCount(ended, locale), formatCount(calls, locale));
  return (
    <p className={styles.progress}>
      <progress value={ended} max={calls} aria-label={t.progress} />
      <span>{words}</span>
    </p>
  );
}
