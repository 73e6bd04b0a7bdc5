// The speed, in powers of two.
import { Minus, Plus } from 'lucide-react';
import { useLocale, useTexts } from '../../i18n/locale';
import { player } from '../../playback/player';
import { FASTEST, SLOWEST, usePlayback } from '../../playback/store';
import { IconButton } from '../../ui/Button';
import styles from './Timeline.module.css';
import { texts } from './text';

export function Speed() {
  const t = useTexts(texts);
  const locale = useLocale();
  const speed = usePlayback(state => state.speed);
  const times = (2 ** speed).toLocaleString(locale, { maximumFractionDigits: 4 });
  return (
    <fieldset className={styles.speed}>
      <legend className="visually-hidden">{t.speed}</legend>
      <IconButton
        label={t.slower}
        icon={<Minus />}
        disabled={speed <= SLOWEST}
        onClick={() => player.runAt(speed - 1)}
      />
      <output className={styles.times} aria-label={t.speed}>
        {times}×
      </output>
      <IconButton
        label={t.faster}
        icon={<Plus />}
        disabled={speed >= FASTEST}
        onClick={() => player.runAt(speed + 1)}
      />
    </fieldset>
  );
}
