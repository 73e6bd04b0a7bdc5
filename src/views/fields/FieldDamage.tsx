// What the damage of a frame has done to the field that is explained.
import { formatOffset } from '../../i18n/format';
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import type { Damage } from '../../trace/damaged-frame';
import type { Dissection, PlacedField } from '../../trace/dissection';
import styles from './Damage.module.css';
import { damageTexts } from './damage-text';
import { isFlippedIn, otherVersion, startsChecksum } from './field-damage';
import { valueText } from './labels';

export interface FieldDamageProps {
  readonly dissection: Dissection;
  readonly field: PlacedField;
  readonly damage: Damage;
}

export function FieldDamage({ dissection, field, damage }: FieldDamageProps) {
  const t = useTexts(damageTexts);
  const sentence = useProblemSentence();
  const isLeaf = field.node.leaf;
  const here = valueText(dissection, field);
  const there = valueText(otherVersion(dissection), field);
  const [sent, arrived] = dissection.ref.arrived ? [there, here] : [here, there];
  const bits = [...damage.bits].filter(bit => field.start <= bit >>> 3 && bit >>> 3 < field.end);
  const checksum = damage.checksums.find(startsChecksum(field));
  const ends = damage.unreadable.filter(({ at = -1 }) => isLeaf && field.start <= at && at < field.end);
  return (
    <>
      {isLeaf && isFlippedIn(damage, field) && (
        <p className={styles.damage}>{t.flippedIn(bits.length, sent ?? '…', arrived ?? '…')}</p>
      )}
      {checksum && <p className={checksum.holds ? styles.holds : styles.damage}>{t.checksum(checksum)}</p>}
      {checksum && !checksum.holds && <p>{t.fate[damage.fate]}</p>}
      {ends.map(({ problem, at }) => (
        <p key={at} className={styles.damage}>
          {t.unreadable(formatOffset(at!), sentence(problem) ?? '')}
        </p>
      ))}
    </>
  );
}
