// When a call that has no answer yet is made once more beside its first attempt.
import { useTexts } from '../../i18n/locale';
import type { HedgePolicy } from '../../scenario/policy';
import { PATIENCE_LIMITS } from '../../scenario/rules';
import styles from './Editor.module.css';
import { FigureField } from './FigureField';
import { texts } from './policy-text';

interface HedgeFormProps {
  readonly hedge: HedgePolicy;
  readonly onChange: (hedge: HedgePolicy) => void;
}

export function HedgeForm({ hedge, onChange }: HedgeFormProps) {
  const t = useTexts(texts);
  const [min, max] = PATIENCE_LIMITS;
  return (
    <div className={styles.group}>
      <FigureField
        label={t.hedgeAfter}
        value={hedge.after}
        min={min}
        max={max}
        step={10}
        onChange={after => onChange({ ...hedge, after })}
      />
      <FigureField
        label={t.hedgeAttempts}
        value={hedge.attempts}
        min={1}
        max={20}
        step={1}
        onChange={attempts => onChange({ ...hedge, attempts })}
      />
    </div>
  );
}
