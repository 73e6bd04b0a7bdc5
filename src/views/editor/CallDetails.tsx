// What a call may have beside its arguments, folded away as long as it has nothing of it: metadata, a deadline, cancelling.
import { useState } from 'react';
import { useTexts } from '../../i18n/locale';
import type { CallFeatures } from '../../protocols/protocol';
import { PATIENCE_LIMITS } from '../../scenario/rules';
import type { ScenarioCall } from '../../scenario/scenario';
import type { CallFormProps } from './CallForm';
import styles from './Editor.module.css';
import { Checkbox, ProblemNote } from './Field';
import { FigureField } from './FigureField';
import { MetadataForm } from './MetadataForm';
import { texts } from './text';

/** Milliseconds that a client waits which has just been told not to wait for ever. */
const FIRST_PATIENCE = 300;

export interface CallDetailsProps {
  readonly call: ScenarioCall;
  readonly can: CallFeatures;
  readonly problemAt: CallFormProps['problemAt'];
  readonly onChange: (call: ScenarioCall) => void;
}

export function CallDetails({ call, can, problemAt, onChange }: CallDetailsProps) {
  const t = useTexts(texts);
  const { metadata, deadline, cancelAfter } = call;
  const { open, setOpen } = useOpen((metadata ?? deadline ?? cancelAfter) !== undefined);
  const limit = (key: 'deadline' | 'cancelAfter') =>
    (can.deadline || call[key] !== undefined) && (
      <Patience
        labels={t[key]}
        value={call[key]}
        problem={problemAt([key])}
        onChange={ms => onChange(withPart(call, key, ms))}
      />
    );
  return (
    <details className={styles.advanced} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.legend}>{t.details}</summary>
      <div className={styles.group}>
        {limit('deadline')}
        {limit('cancelAfter')}
        {!can.metadata && <ProblemNote problem={problemAt(['metadata'])} />}
        {(can.metadata || metadata) && (
          <MetadataForm
            metadata={metadata ?? []}
            problemAt={(entry, part) => problemAt(['metadata', entry, part])}
            onChange={next => onChange(withPart(call, 'metadata', next))}
          />
        )}
      </div>
    </details>
  );
}

/** Open from when there is something to see; it never closes by itself under somebody's hands. */
function useOpen(isUsed: boolean) {
  const [open, setOpen] = useState(isUsed);
  const [wasUsed, setWasUsed] = useState(isUsed);
  if (isUsed !== wasUsed) {
    setWasUsed(isUsed);
    if (isUsed) setOpen(true);
  }
  return { open, setOpen };
}

interface PatienceProps {
  readonly labels: { readonly wanted: string; readonly ms: string };
  readonly value: number | undefined;
  readonly problem: string | undefined;
  readonly onChange: (ms: number | undefined) => void;
}

function Patience({ labels, value, problem, onChange }: PatienceProps) {
  const [min, max] = PATIENCE_LIMITS;
  return (
    <>
      <Checkbox
        label={labels.wanted}
        checked={value !== undefined}
        onChange={wanted => onChange(wanted ? FIRST_PATIENCE : undefined)}
      />
      {value !== undefined && (
        <FigureField
          label={labels.ms}
          value={value}
          scale={1}
          min={min}
          max={max}
          step={10}
          problem={problem}
          onChange={onChange}
        />
      )}
    </>
  );
}

/** The call with one of its parts, or without it. */
function withPart<Key extends keyof ScenarioCall>(call: ScenarioCall, key: Key, part: ScenarioCall[Key]): ScenarioCall {
  const { [key]: _, ...others } = call;
  return (part === undefined ? others : { ...others, [key]: part }) as ScenarioCall;
}
