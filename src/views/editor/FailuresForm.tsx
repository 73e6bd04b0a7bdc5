// What goes wrong: by chance, for a while, at the server; and how TCP is set that has to cope with it.
import { useTexts } from '../../i18n/locale';
import type { Fault, Impairments, PartitionFault, ReadingFault } from '../../scenario/faults';
import type { Scenario } from '../../scenario/scenario';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { Checkbox } from './Field';
import { FigureField } from './FigureField';
import { failuresTexts } from './failures-text';
import { OptionalFigure } from './OptionalFigure';
import { type Replace, ServerFaultForm } from './ServerFaultForm';
import { OptionalTime, TimeField } from './TimeField';

export interface FailuresFormProps {
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}

/** A percent has this many of the field's smallest steps: a share is kept to a millionth. */
const PERCENT = 10_000;
/** Microseconds. */
const MS = 1000;
const USUAL_SPAN = 500 * MS;

export function FailuresForm({ scenario, onChange }: FailuresFormProps) {
  const { faults } = scenario;
  /** Puts `next` in the place of `old`; either may be missing. */
  const replace = (old: Fault | undefined, next: Fault | undefined) => {
    const changed = old
      ? faults.flatMap(fault => (fault === old ? (next ?? []) : fault))
      : [...faults, ...(next ? [next] : [])];
    onChange({ ...scenario, faults: changed });
  };
  return (
    <>
      <ChanceForm scenario={scenario} onChange={onChange} />
      <PartitionForm fault={faults.find(fault => fault.does === 'partition')} onReplace={replace} />
      <ServerFaultForm fault={faults.find(fault => 'when' in fault)} onReplace={replace} />
      <ReadingForm fault={faults.find(fault => fault.does === 'stop-reading')} onReplace={replace} />
      <TcpForm scenario={scenario} onChange={onChange} />
    </>
  );
}

function ChanceForm({ scenario, onChange }: FailuresFormProps) {
  const t = useTexts(failuresTexts);
  const { impairments } = scenario;
  const change = (part: Partial<Impairments>) => onChange({ ...scenario, impairments: { ...impairments, ...part } });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.chance}</legend>
      {(['loss', 'duplication', 'reordering', 'corruption'] as const).map(what => (
        <FigureField
          key={what}
          label={t.rates[what]}
          value={Math.round(impairments[what] * 100 * PERCENT)}
          scale={PERCENT}
          min={0}
          max={100 * PERCENT}
          step={PERCENT}
          onChange={value => change({ [what]: value / (100 * PERCENT) })}
        />
      ))}
      <FigureField
        label={t.rates.jitter}
        value={impairments.jitter}
        scale={MS}
        min={0}
        max={10_000 * MS}
        step={MS}
        onChange={jitter => change({ jitter })}
      />
      <p className={styles.hint}>{t.chanceHint}</p>
    </fieldset>
  );
}

function PartitionForm({
  fault,
  onReplace,
}: {
  readonly fault: PartitionFault | undefined;
  readonly onReplace: Replace;
}) {
  const t = useTexts(failuresTexts);
  const change = (part: Partial<PartitionFault>) => fault && onReplace(fault, { ...fault, ...part });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.partition}</legend>
      <Checkbox
        label={t.isCut}
        checked={fault !== undefined}
        onChange={checked => onReplace(fault, checked ? { does: 'partition', from: 0, until: USUAL_SPAN } : undefined)}
      />
      {fault && (
        <>
          <Select
            label={t.direction}
            value={fault.direction ?? 'both'}
            options={(['both', 'c2s', 's2c'] as const).map(value => ({ value, label: t.directions[value] }))}
            onChange={value => change({ direction: value === 'both' ? undefined : value })}
          />
          <SpanFields span={fault} ends={t.heals} onChange={change} />
        </>
      )}
    </fieldset>
  );
}

function ReadingForm({ fault, onReplace }: { readonly fault: ReadingFault | undefined; readonly onReplace: Replace }) {
  const t = useTexts(failuresTexts);
  const change = (part: Partial<ReadingFault>) => fault && onReplace(fault, { ...fault, ...part });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.reading}</legend>
      <Select
        label={t.stopsReading}
        value={fault?.host ?? 'nobody'}
        options={(['nobody', 'client', 'server'] as const).map(value => ({ value, label: t.readers[value] }))}
        onChange={host =>
          onReplace(fault, host === 'nobody' ? undefined : { does: 'stop-reading', from: 0, ...fault, host })
        }
      />
      {fault && <SpanFields span={fault} ends={t.readsAgain} onChange={change} />}
    </fieldset>
  );
}

/** From when until when; it may have no end. */
type Span = Pick<PartitionFault, 'from' | 'until'>;

function SpanFields({
  span: { from, until },
  ends,
  onChange,
}: {
  readonly span: Span;
  /** What it means that it ends. */
  readonly ends: string;
  readonly onChange: (part: Partial<Span>) => void;
}) {
  const t = useTexts(failuresTexts);
  return (
    <>
      <TimeField label={t.from} value={from} onChange={from => onChange({ from })} />
      <OptionalTime
        condition={ends}
        label={t.until}
        value={until}
        usual={from + USUAL_SPAN}
        onChange={until => onChange({ until })}
      />
    </>
  );
}

function TcpForm({ scenario, onChange }: FailuresFormProps) {
  const t = useTexts(failuresTexts);
  const { tcp } = scenario;
  const change = (part: Partial<Scenario['tcp']>) => onChange({ ...scenario, tcp: { ...tcp, ...part } });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.tcp}</legend>
      <Select
        label={t.congestionControl}
        value={tcp.congestionControl}
        options={[
          { value: 'cubic', label: 'CUBIC' },
          { value: 'new-reno', label: 'NewReno' },
        ]}
        onChange={congestionControl => change({ congestionControl })}
      />
      {(['sack', 'windowScaling', 'nagle'] as const).map(what => (
        <Checkbox key={what} label={t[what]} checked={tcp[what]} onChange={checked => change({ [what]: checked })} />
      ))}
      <OptionalFigure
        condition={t.keepsAlive}
        label={t.keepAlive}
        value={tcp.keepAlive}
        usual={2000}
        min={1}
        max={7_200_000}
        step={100}
        onChange={keepAlive => change({ keepAlive })}
      />
      <OptionalFigure
        condition={t.limitsBuffer}
        label={t.receiveBuffer}
        value={tcp.receiveBuffer}
        usual={4096}
        min={1024}
        max={32 * 1024 * 1024}
        step={1024}
        onChange={receiveBuffer => change({ receiveBuffer })}
      />
    </fieldset>
  );
}
