// The speed, in powers of two.
import { Minus, Plus } from 'lucide-react';
import { useLocale, useTexts } from '../../i18n/locale';
import { player } from '../../playback/player';
import { FASTEST, SLOWEST, usePlayback } from '../../playback/store';
import { IconButton } from '../../ui/Button';
import { Select } from '../../ui/Select';
import styles from './Timeline.module.css';
import { texts } from './text';

const POWERS = Array.from({ length: FASTEST - SLOWEST + 1 }, (_, i) => FASTEST - i);

/** `isSmall` makes it a list to choose from, which takes less room. */
export function Speed({ isSmall }: { readonly isSmall: boolean }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const speed = usePlayback(state => state.speed);
  const times = (power: number) => `${(2 ** power).toLocaleString(locale, { maximumFractionDigits: 4 })}×`;
  if (isSmall)
    return (
      <Select
        label={t.speed}
        labelHidden
        value={String(speed)}
        options={POWERS.map(power => ({ value: String(power), label: times(power) }))}
        onChange={power => player.runAt(Number(power))}
        className={styles.speeds}
      />
    );
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
        {times(speed)}
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
