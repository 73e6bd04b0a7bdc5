// Behind the value of a field in a damaged frame: what it is in the other version of the frame, and whether a checksum holds.
import { formatOffset } from '../../i18n/format';
import { useTexts } from '../../i18n/locale';
import type { Dissection } from '../../trace/dissection';
import type { FieldRow } from '../../trace/field-rows';
import styles from './Damage.module.css';
import { damageTexts } from './damage-text';
import { isFlippedIn, otherVersion, startsChecksum } from './field-damage';
import { valueText } from './labels';

export function RowDamage({ dissection, row }: { readonly dissection: Dissection; readonly row: FieldRow }) {
  const t = useTexts(damageTexts);
  const { ref } = dissection;
  const damage = dissection.damage!;
  const other = isFlippedIn(damage, row) ? valueText(otherVersion(dissection), row) : undefined;
  const checksum = ref.arrived ? damage.checksums.find(startsChecksum(row)) : undefined;
  const isLast = row.node.leaf || !row.expanded;
  const ends = ref.arrived && isLast && damage.unreadable.some(({ at = -1 }) => row.start <= at && at < row.end);
  return (
    <>
      {other !== undefined && other !== valueText(dissection, row) && (
        <span className={styles.damage} title={ref.arrived ? t.sent(other) : t.arrives(other)}>
          {' '}
          ≠ {other}
        </span>
      )}
      {checksum && (
        <span className={checksum.holds ? styles.holds : styles.damage} title={t.checksum(checksum)}>
          {checksum.holds ? ` ✓ ${t.holds}` : ` ✗ ≠ ${formatOffset(checksum.right)}`}
        </span>
      )}
      {ends && <span className={styles.damage}> ✗ {t.endsHere}</span>}
    </>
  );
}
