// The bit fields of a field, each with its value and what it is for.
import { useTexts } from '../../i18n/locale';
import type { FormatTexts } from '../../wire/bytes/explanation';
import type { BitField } from '../../wire/bytes/field-kind';
import styles from './FieldExplanation.module.css';
import { texts as viewTexts } from './text';

export interface BitTableProps {
  readonly bits: readonly BitField[];
  readonly octets: Uint8Array;
  /** The format's explanations, by names. */
  readonly texts: FormatTexts;
}

export function BitTable({ bits, octets, texts }: BitTableProps) {
  const t = useTexts(viewTexts);
  const all = Array.from(octets, octet => octet.toString(2).padStart(8, '0')).join('');
  return (
    <dl className={styles.bits} aria-label={t.bits}>
      {bits.map(({ name, firstBit, bits: count }) => {
        const value = all.slice(firstBit, firstBit + count);
        return (
          <div key={name} className={styles.bit} data-set={value.includes('1')}>
            <dt>
              <code>{value}</code> {name}
            </dt>
            <dd>{texts[name]?.text.replace('{value}', String(Number.parseInt(value, 2)))}</dd>
          </div>
        );
      })}
    </dl>
  );
}
