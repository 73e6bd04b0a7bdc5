// A field for one scalar: text, or a number with steps.
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import type { Json } from '../../idl/json';
import type { PlainKind } from '../../idl/scalar-json';
import { IconButton } from '../../ui/Button';
import styles from './Editor.module.css';
import { Checkbox, type ControlProps, Field } from './Field';
import { isNumberKind, type NumberKind, readScalar, scalarText, stepScalar } from './scalar-text';
import { TextField } from './TextField';
import { texts } from './text';
import { useDraft } from './use-draft';
import type { ValueFieldProps } from './value-field-props';

export interface ScalarFieldProps extends Omit<ValueFieldProps, 'type'> {
  readonly kind: PlainKind;
}

export function ScalarField({ kind, json, label, problem, aside, onChange }: ScalarFieldProps) {
  const source = scalarText(json);
  const [text, keep] = useDraft(source);
  const sentence = useProblemSentence();
  if (kind === 'boolean')
    return (
      <div className={styles.labelRow}>
        <Checkbox label={label} checked={json === true} onChange={onChange} />
        {problem && <span className={styles.problem}>{problem}</span>}
        {aside}
      </div>
    );
  const change = (typed: string) => {
    const reading = readScalar(kind, typed, label);
    if (reading.problem) return keep(typed, source);
    keep(typed, scalarText(reading.json));
    onChange(reading.json);
  };
  const unread = sentence(readScalar(kind, text, label).problem);
  return (
    <Field label={label} hint={kind} problem={unread ?? problem} insteadOf={unread && source} aside={aside}>
      {control =>
        isNumberKind(kind) ? (
          <Steps
            kind={kind}
            json={json}
            label={label}
            text={text}
            control={control}
            onType={change}
            onStep={onChange}
          />
        ) : kind === 'string' ? (
          <TextField control={control} label={label} text={text} onChange={change} />
        ) : (
          <input {...control} className={styles.input} value={text} onChange={e => change(e.target.value)} />
        )
      }
    </Field>
  );
}

interface StepsProps {
  readonly kind: NumberKind;
  readonly json: Json;
  readonly label: string;
  readonly text: string;
  readonly control: ControlProps;
  readonly onType: (text: string) => void;
  readonly onStep: (json: Json) => void;
}

/** Arrow keys do the same as the buttons, which the keyboard therefore passes over. */
function Steps({ kind, json, label, text, control, onType, onStep }: StepsProps) {
  const t = useTexts(texts);
  const step = (by: 1 | -1) => {
    const next = stepScalar(kind, json, by);
    if (next !== undefined) onStep(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <span className={styles.steps}>
      <input
        {...control}
        className={styles.input}
        inputMode={kind === 'double' || kind === 'float' ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={text}
        onChange={event => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton tabIndex={-1} label={t.increase(label)} icon={<ChevronUp size={16} />} onClick={() => step(1)} />
      <IconButton tabIndex={-1} label={t.decrease(label)} icon={<ChevronDown size={16} />} onClick={() => step(-1)} />
    </span>
  );
}
