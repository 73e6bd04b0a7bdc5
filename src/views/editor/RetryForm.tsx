// How often a failed attempt is made again, and the pauses between.
import { useTexts } from '../../i18n/locale';
import type { RetryPolicy } from '../../scenario/policy';
import styles from './Editor.module.css';
import { Checkbox } from './Field';
import { FigureField } from './FigureField';
import { texts } from './policy-text';

/** Retries per hundred calls of a budget that has just been asked for. */
const FIRST_BUDGET = 0.1;

interface RetryFormProps {
  readonly retry: RetryPolicy;
  readonly onChange: (retry: RetryPolicy) => void;
}

export function RetryForm({ retry, onChange }: RetryFormProps) {
  const t = useTexts(texts);
  const { attempts, backoff, maxBackoff, factor, jitter, evenIfExecuted, budget } = retry;
  const change = (part: Partial<RetryPolicy>) => onChange({ ...retry, ...part });
  const { budget: _, ...unlimited } = retry;
  return (
    <div className={styles.group}>
      <FigureField
        label={t.attempts}
        value={attempts}
        min={1}
        max={20}
        step={1}
        onChange={attempts => change({ attempts })}
      />
      <Checkbox
        label={t.evenIfExecuted}
        checked={evenIfExecuted}
        onChange={evenIfExecuted => change({ evenIfExecuted })}
      />
      <FigureField
        label={t.backoff}
        value={backoff}
        min={0}
        max={60_000}
        step={10}
        onChange={backoff => change({ backoff })}
      />
      {/* Tenths, so that 1.5 can be written. */}
      <FigureField
        label={t.factor}
        value={Math.round(factor * 10)}
        scale={10}
        min={10}
        max={100}
        step={1}
        onChange={tenths => change({ factor: tenths / 10 })}
      />
      <FigureField
        label={t.maxBackoff}
        value={maxBackoff}
        min={0}
        max={600_000}
        step={100}
        onChange={maxBackoff => change({ maxBackoff })}
      />
      <Checkbox
        label={t.jitter}
        checked={jitter === 'full'}
        onChange={isDrawn => change({ jitter: isDrawn ? 'full' : 'none' })}
      />
      <Checkbox
        label={t.budgeted}
        checked={budget !== undefined}
        onChange={wanted => onChange(wanted ? { ...retry, budget: FIRST_BUDGET } : unlimited)}
      />
      {budget !== undefined && (
        <FigureField
          label={t.budget}
          value={Math.round(budget * 100)}
          min={0}
          max={100}
          step={1}
          onChange={percent => change({ budget: percent / 100 })}
        />
      )}
    </div>
  );
}
