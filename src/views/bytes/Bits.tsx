// The bits of a short field: in groups with their names where its specification names them, else by octet.
import type { SyntheticEvent } from 'react';
import { useTexts } from '../../i18n/locale';
import type { PlacedField } from '../../trace/dissection';
import { bitFields } from '../../wire/bytes/field-value';
import styles from './OctetStrip.module.css';
import { texts } from './text';

/** Longer fields are shown without their bits. */
const MOST_OCTETS = 4;

export interface BitsProps {
  readonly octets: Uint8Array;
  readonly field: PlacedField;
  /** Makes the bits something to press; `bit` is counted from the first one. */
  readonly onPress?: (bit: number, event: SyntheticEvent) => void;
  /** Whether a bit was flipped on the way, counted as for {@link BitsProps.onPress}. */
  readonly isFlipped: (bit: number) => boolean;
}

export function Bits({ octets, field, onPress, isFlipped }: BitsProps) {
  const t = useTexts(texts);
  if (octets.length === 0 || octets.length > MOST_OCTETS) return null;
  const bits = Array.from(octets, octet => octet.toString(2).padStart(8, '0')).join('');
  const { node } = field;
  const named = octets.length === field.end - field.start ? bitFields(node) : undefined;
  const groups = named
    ? named.map(({ name, firstBit, bits: count }) => ({
        name,
        firstBit,
        text: bits.slice(firstBit, firstBit + count),
      }))
    : Array.from(octets, (octet, i) => ({
        name: `0x${octet.toString(16).padStart(2, '0')}`,
        firstBit: i * 8,
        text: bits.slice(i * 8, i * 8 + 8),
      }));
  return (
    <dl className={styles.bits} aria-label={t.bits}>
      {groups.map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups stand still; two octets may be equal.
        <div key={i} className={styles.group}>
          <dt>{group.name}</dt>
          <dd className={/1/.test(group.text) ? styles.set : undefined}>
            {[...group.text].map((digit, i) => {
              const bit = group.firstBit + i;
              const look = isFlipped(bit) ? styles.flipped : undefined;
              const label = onPress && `${t.flip(bit, digit)}${look ? ` (${t.flipped})` : ''}`;
              return onPress ? (
                <button
                  key={bit}
                  type="button"
                  className={`${styles.pressable} ${look}`}
                  aria-label={label}
                  title={label}
                  onClick={event => onPress(bit, event)}
                >
                  {digit}
                </button>
              ) : (
                <span key={bit} className={look}>
                  {digit}
                </span>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
