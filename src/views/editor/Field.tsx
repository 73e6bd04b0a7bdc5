// A labelled control with its problem beside it.
import { type ReactNode, useId } from 'react';
import { cutText } from '../../idl/summarize';
import styles from './Editor.module.css';
import { useWrongInput } from './wrong-input';

/** Characters of a value that the screen repeats elsewhere. */
const LONGEST_SHOWN = 32;

/** What a control needs to be tied to its label and its problem. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

export interface FieldProps {
  readonly label: string;
  /** Shown behind the label: the type, the unit. */
  readonly hint?: string;
  readonly problem?: string;
  /** What the run on screen has, while the field holds something that does not run. */
  readonly insteadOf?: string;
  /** Stands at the end of the line. */
  readonly aside?: ReactNode;
  readonly children: (control: ControlProps) => ReactNode;
}

export function Field({ label, hint, problem, insteadOf, aside, children }: FieldProps) {
  const id = useId();
  const shown = insteadOf === undefined || insteadOf === '' ? undefined : cutText(insteadOf, LONGEST_SHOWN);
  useWrongInput(problem !== undefined, label, shown, () => document.getElementById(id)?.focus());
  const problemId = `${id}-problem`;
  const control: ControlProps = problem ? { id, 'aria-invalid': true, 'aria-describedby': problemId } : { id };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {hint && <span className={styles.hint}> {hint}</span>}
      </label>
      {children(control)}
      {aside && <span className={styles.aside}>{aside}</span>}
      <ProblemNote id={problemId} problem={problem} />
    </div>
  );
}

/** The sentence of a problem, announced when it comes. */
export function ProblemNote({ id, problem }: { readonly id?: string; readonly problem: string | undefined }) {
  return (
    <p id={id} role="status" className={styles.problem}>
      {problem}
    </p>
  );
}

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, checked, onChange }: CheckboxProps) {
  return (
    <label className={styles.checkbox}>
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
