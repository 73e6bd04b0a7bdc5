// How many calls are made, and how many at the same time.
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { callCount } from '../../scenario/load';
import { LOAD_LIMITS, POOL_LIMITS } from '../../scenario/rules';
import type { Scenario } from '../../scenario/scenario';
import styles from './Editor.module.css';
import { Checkbox } from './Field';
import { FigureField } from './FigureField';
import { texts } from './load-text';

export interface LoadFormProps {
  readonly scenario: Scenario;
  /** What the run said of the setting at a path, if it did. */
  readonly problemAt: (...path: string[]) => string | undefined;
  readonly onChange: (scenario: Scenario) => void;
}

export function LoadForm({ scenario, problemAt, onChange }: LoadFormProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const { load, connection } = scenario;
  const changePool = (pool: number | undefined) => onChange({ ...scenario, connection: { ...connection, pool } });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.load}</legend>
      {(['rounds', 'callers', 'workers'] as const).map(name => (
        <FigureField
          key={name}
          label={t[name]}
          value={load[name]}
          min={LOAD_LIMITS[0]}
          max={LOAD_LIMITS[1]}
          step={1}
          problem={problemAt('load', name)}
          onChange={value => onChange({ ...scenario, load: { ...load, [name]: value } })}
        />
      ))}
      <Checkbox
        label={t.poolWanted}
        checked={connection.pool !== undefined}
        onChange={wanted => changePool(wanted ? 1 : undefined)}
      />
      {connection.pool !== undefined && (
        <FigureField
          label={t.pool}
          value={connection.pool}
          min={POOL_LIMITS[0]}
          max={POOL_LIMITS[1]}
          step={1}
          onChange={changePool}
        />
      )}
      <p className={styles.hint}>{t.hint(formatCount(callCount(scenario), locale))}</p>
    </fieldset>
  );
}
