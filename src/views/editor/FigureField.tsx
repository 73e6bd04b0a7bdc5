// A field for a whole number that is shown in another unit: microseconds as milliseconds.
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../../i18n/locale';
import { IconButton } from '../../ui/Button';
import styles from './Editor.module.css';
import { Field } from './Field';
import { texts } from './text';
import { useDraft } from './use-draft';

export interface FigureFieldProps {
  readonly label: string;
  readonly value: number;
  /** How many of the value's units make one of the field's; by default it is the same unit. */
  readonly scale?: number;
  /** Bounds and steps in the value's unit. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the run said of a value that is within the bounds. */
  readonly problem?: string;
  readonly onChange: (value: number) => void;
}

export function FigureField({ label, value, scale = 1, min, max, step, problem, onChange }: FigureFieldProps) {
  const t = useTexts(texts);
  const source = String(value / scale);
  const [text, keep] = useDraft(source);
  const valid = (next: number) => Number.isInteger(next) && next >= min && next <= max;
  const change = (typed: string) => {
    const next = readFigure(typed, scale);
    if (!valid(next)) return keep(typed, source);
    keep(typed, String(next / scale));
    onChange(next);
  };
  const stepBy = (by: number) => onChange(Math.min(max, Math.max(min, value + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    stepBy(event.key === 'ArrowUp' ? step : -step);
  };
  const wrong = valid(readFigure(text, scale)) ? undefined : t.range(min / scale, max / scale);
  return (
    <Field label={label} problem={wrong ?? problem} insteadOf={wrong && source}>
      {control => (
        <span className={styles.steps}>
          <input
            {...control}
            className={styles.input}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={event => change(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <IconButton
            tabIndex={-1}
            label={t.increase(label)}
            icon={<ChevronUp size={16} />}
            onClick={() => stepBy(step)}
          />
          <IconButton
            tabIndex={-1}
            label={t.decrease(label)}
            icon={<ChevronDown size={16} />}
            onClick={() => stepBy(-step)}
          />
        </span>
      )}
    </Field>
  );
}

/** NaN for what is no number. Rounded, for 0.3 ms are not quite 300 µs in binary fractions. */
function readFigure(text: string, scale: number): number {
  if (!/^\d+(\.\d*)?$/.test(text.trim())) return Number.NaN;
  const value = Number(text) * scale;
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : Number.NaN;
}
