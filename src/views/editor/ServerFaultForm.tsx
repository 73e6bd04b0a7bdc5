// What befalls the server, when, and whether it recovers.
import { useTexts } from '../../i18n/locale';
import type { Fault, Occasion, ServerFault } from '../../scenario/faults';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { FigureField } from './FigureField';
import { failuresTexts } from './failures-text';
import { OptionalTime, TimeField } from './TimeField';

/** Puts a fault in the place of another; either may be missing. */
export type Replace = (old: Fault | undefined, next: Fault | undefined) => void;

const DEEDS = ['nothing', 'hang', 'crash', 'power-off', 'unreachable'] as const;

export function ServerFaultForm({
  fault,
  onReplace,
}: {
  readonly fault: ServerFault | undefined;
  readonly onReplace: Replace;
}) {
  const t = useTexts(failuresTexts);
  const change = (part: Partial<Pick<ServerFault, 'when' | 'lasts'>>) =>
    fault && onReplace(fault, { ...fault, ...part } as ServerFault);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.server}</legend>
      <Select
        label={t.serverDoes}
        value={fault?.does ?? 'nothing'}
        options={DEEDS.map(value => ({ value, label: t.does[value] }))}
        onChange={does =>
          onReplace(fault, does === 'nothing' ? undefined : { when: { execution: 0, phase: 'before' }, ...fault, does })
        }
      />
      {fault && (
        <>
          <p className={styles.hint}>{t.doesHint[fault.does]}</p>
          <OccasionForm occasion={fault.when} onChange={when => change({ when })} />
          <OptionalTime
            condition={t.recovers}
            label={t.lasts}
            value={fault.lasts}
            min={1}
            usual={1_000_000}
            onChange={lasts => change({ lasts })}
          />
        </>
      )}
    </fieldset>
  );
}

function OccasionForm({
  occasion,
  onChange,
}: {
  readonly occasion: Occasion;
  readonly onChange: (occasion: Occasion) => void;
}) {
  const t = useTexts(failuresTexts);
  const execution = 'at' in occasion ? 0 : occasion.execution;
  return (
    <>
      <Select
        label={t.when}
        value={'at' in occasion ? 'at' : occasion.phase}
        options={(['at', 'before', 'after'] as const).map(value => ({ value, label: t.occasions[value] }))}
        onChange={kind => onChange(kind === 'at' ? { at: 0 } : { execution, phase: kind })}
      />
      {'at' in occasion ? (
        <TimeField label={t.at} value={occasion.at} onChange={at => onChange({ at })} />
      ) : (
        <FigureField
          label={t.execution}
          value={execution + 1}
          min={1}
          max={1_000_000}
          step={1}
          onChange={nth => onChange({ ...occasion, execution: nth - 1 })}
        />
      )}
    </>
  );
}
