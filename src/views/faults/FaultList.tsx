// Everything that goes wrong in the run on screen, each thing with a way to take it back.
import { X } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import type { Fault, Impairments } from '../../scenario/faults';
import type { Trace } from '../../trace/trace';
import styles from './Faults.module.css';
import { faultName, hits } from './fault-name';
import { texts } from './text';

export interface FaultListProps {
  readonly trace: Trace;
  readonly faults: readonly Fault[];
  readonly impairments: Impairments;
  /** Called with all that is left, and what to say of it. */
  readonly onChange: (
    left: { readonly faults?: readonly Fault[]; readonly impairments?: Impairments },
    said: string,
  ) => void;
}

export function FaultList({ trace, faults, impairments, onChange }: FaultListProps) {
  const t = useTexts(texts);
  const rates = (Object.keys(impairments) as (keyof Impairments)[]).filter(what => impairments[what] > 0);
  return (
    <ul className={styles.list} aria-label={t.list} data-print="never">
      {rates.map(what => (
        <Chip
          key={what}
          name={t.rate(what, impairments[what])}
          onRemove={name => onChange({ impairments: { ...impairments, [what]: 0 } }, t.removed(name))}
        />
      ))}
      {faults.map((fault, i) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity but their place in the list.
          key={i}
          name={faultName(fault, trace, t)}
          idle={!hits(fault, trace)}
          onRemove={name => onChange({ faults: faults.filter(each => each !== fault) }, t.removed(name))}
        />
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly name: string;
  /** It hits nothing. */
  readonly idle?: boolean;
  readonly onRemove: (name: string) => void;
}

function Chip({ name, idle, onRemove }: ChipProps) {
  const t = useTexts(texts);
  return (
    <li className={styles.chip} data-idle={idle}>
      <span>{name}</span>
      <button type="button" aria-label={t.removeFault(name)} onClick={() => onRemove(name)}>
        <X size={14} aria-hidden="true" />
      </button>
    </li>
  );
}
