// One choice of many: the browser's own select, so that every device shows its own list.
import { useId } from 'react';
import styles from './Select.module.css';

export interface SelectProps<Value extends string> {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const id = useId();
  return (
    <span className={`${styles.field} ${props.className ?? ''}`}>
      <label htmlFor={id} className={props.labelHidden ? 'visually-hidden' : styles.label}>
        {props.label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={props.value}
        disabled={props.disabled}
        onChange={event => props.onChange(event.target.value as Value)}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
