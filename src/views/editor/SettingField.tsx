// A field for a setting that is a text of a certain form: an address, a date.
import styles from './Editor.module.css';
import { Field } from './Field';
import { useDraft } from './use-draft';

export interface SettingFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isValid: (text: string) => boolean;
  /** Said of what is not valid: what is wanted. */
  readonly wanted: string;
  /** What the run said of a value that is valid in itself. */
  readonly problem?: string;
  readonly onChange: (value: string) => void;
}

export function SettingField({ label, value, isValid, wanted, problem, onChange }: SettingFieldProps) {
  const [text, keep] = useDraft(value);
  const change = (typed: string) => {
    const next = typed.trim();
    if (!isValid(next)) return keep(typed, value);
    keep(typed, next);
    onChange(next);
  };
  const wrong = isValid(text.trim()) ? undefined : wanted;
  return (
    <Field label={label} problem={wrong ?? problem} insteadOf={wrong && value}>
      {control => (
        <input
          {...control}
          className={styles.input}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => change(event.target.value)}
        />
      )}
    </Field>
  );
}
