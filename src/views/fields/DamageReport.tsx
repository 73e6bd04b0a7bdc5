// What has become of a damaged frame at its receiver: which checksums hold, what cannot be read any more, whether it was taken.
import { formatOffset } from '../../i18n/format';
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { usePlayback } from '../../playback/store';
import { type Dissection, fieldAt, type Span } from '../../trace/dissection';
import { Button } from '../../ui/Button';
import styles from './Damage.module.css';
import { damageTexts } from './damage-text';

export function DamageReport({ dissection }: { readonly dissection: Dissection }) {
  const t = useTexts(damageTexts);
  const sentence = useProblemSentence();
  const { checksums, unreadable, fate } = dissection.damage!;
  const wrong = checksums.filter(({ holds }) => !holds);
  return (
    <ul className={styles.report} aria-label={t.report}>
      {checksums.length > 0 && wrong.length === 0 && <li className={styles.holds}>✓ {t.allHold}</li>}
      {wrong.map(({ header, at, carried, right }) => (
        <li key={at} className={styles.damage}>
          ✗ {t.wrong(header, carried, right)} <Place dissection={dissection} at={at} />
        </li>
      ))}
      {unreadable.map(({ problem, at }) => (
        <li key={at ?? ''} className={styles.damage}>
          ✗ {at === undefined ? t.unreadableElsewhere : t.unreadableFrom} {sentence(problem)}{' '}
          {at !== undefined && <Place dissection={dissection} at={at} />}
        </li>
      ))}
      <li>{t.fate[fate]}</li>
    </ul>
  );
}

/** An offset in the frame, which selects what stands there as it arrived. */
function Place({ dissection, at }: { readonly dissection: Dissection; readonly at: number }) {
  const select = usePlayback(state => state.select);
  const { start, end }: Span = (dissection.ref.arrived && fieldAt(dissection, at)) || { start: at, end: at + 1 };
  const pdu = { of: 'packet', id: dissection.ref.id, arrived: true } as const;
  return (
    <Button kind="quiet" className={styles.at} onClick={() => select({ kind: 'octets', pdu, start, end })}>
      0x{formatOffset(at)}
    </Button>
  );
}
