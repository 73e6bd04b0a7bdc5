// A form for a value that can be null, and in a struct left out altogether.
import { useTexts } from '../../i18n/locale';
import { defaultJson } from '../../idl/default-json';
import type { Json } from '../../idl/json';
import { typeText } from '../../idl/print';
import type { Type } from '../../idl/types';
import styles from './Editor.module.css';
import { texts } from './text';
import type { CompoundFieldProps } from './value-field-props';

type Presence = 'absent' | 'null' | 'given';

/** `onAbsent` is there where the value can be left out altogether: in a struct. */
export function OptionalField({
  type,
  json,
  label,
  aside,
  onChange,
  onAbsent,
  Part,
  ...rest
}: Omit<CompoundFieldProps, 'json'> & {
  readonly type: Extract<Type, { kind: 'optional' }>;
  readonly json: Json | undefined;
  readonly onAbsent?: () => void;
}) {
  const t = useTexts(texts);
  const presence: Presence = json === undefined ? 'absent' : json === null ? 'null' : 'given';
  const choose = (chosen: Presence) => {
    if (chosen === 'absent') onAbsent?.();
    else onChange(chosen === 'null' ? null : defaultJson(type.inner));
  };
  const choice = (
    <>
      <select
        className={styles.presence}
        aria-label={t.presence(label)}
        value={presence}
        onChange={event => choose(event.target.value as Presence)}
      >
        {onAbsent && <option value="absent">{t.absent}</option>}
        <option value="null">{t.null}</option>
        <option value="given">{t.given}</option>
      </select>
      {aside}
    </>
  );
  if (json !== undefined && json !== null)
    return <Part {...rest} type={type.inner} json={json} label={label} aside={choice} onChange={onChange} />;
  return (
    <div className={styles.labelRow}>
      <span className={styles.label}>
        {label} <span className={styles.hint}>{typeText(type)}</span>
      </span>
      {choice}
    </div>
  );
}
