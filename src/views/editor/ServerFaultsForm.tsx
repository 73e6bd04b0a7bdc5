// What befalls the server, when, and whether it recovers.
import { useTexts } from '../../i18n/locale';
import type { Fault, Occasion, ServerFault } from '../../scenario/faults';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { FaultEntries, type Replace } from './FaultEntries';
import { FigureField } from './FigureField';
import { failuresTexts } from './failures-text';
import { OptionalTime, TimeField } from './TimeField';

const DEEDS = ['hang', 'crash', 'power-off', 'unreachable'] as const;
/** Microseconds. */
const USUAL_TIME_OUT_OF_ORDER = 1_000_000;

export interface ServerFaultsFormProps {
  readonly faults: readonly Fault[];
  readonly onReplace: Replace;
}

export function ServerFaultsForm({ faults, onReplace }: ServerFaultsFormProps) {
  const t = useTexts(failuresTexts);
  const failures = faults.filter(fault => 'when' in fault);
  return (
    <FaultEntries
      legend={t.server}
      nameOf={t.failure}
      faults={failures}
      addition={t.addFailure}
      added={failureOf(failures.length)}
      onReplace={onReplace}
    >
      {(fault, replaceBy) => (
        <>
          <Select
            label={t.serverDoes}
            value={fault.does}
            options={DEEDS.map(value => ({ value, label: t.does[value] }))}
            onChange={does => replaceBy({ ...fault, does })}
          />
          <p className={styles.hint}>{t.doesHint[fault.does]}</p>
          <OccasionForm occasion={fault.when} onChange={when => replaceBy({ ...fault, when })} />
          <OptionalTime
            condition={t.recovers}
            label={t.lasts}
            value={fault.lasts}
            min={1}
            usual={USUAL_TIME_OUT_OF_ORDER}
            onChange={lasts => replaceBy({ ...fault, lasts })}
          />
        </>
      )}
    </FaultEntries>
  );
}

/** Something happens at another execution each time. */
function failureOf(execution: number): ServerFault {
  return { does: 'crash', when: { execution, phase: 'before' }, lasts: USUAL_TIME_OUT_OF_ORDER };
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
