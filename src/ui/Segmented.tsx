// One choice of few, all of them in sight: radio buttons drawn as one bar.
import { useId } from 'react';
import styles from './Segmented.module.css';

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Language of the label where it differs from the page's. */
    readonly lang?: string;
    readonly title?: string;
  }[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

export function Segmented<Value extends string>({ label, value, options, onChange, className }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={`${styles.bar} ${className ?? ''}`}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(option => (
        <label key={option.value} className={styles.option} lang={option.lang} title={option.title}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
