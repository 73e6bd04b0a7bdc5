// What goes wrong: by chance, for a while, at the server; and how TCP is set that has to cope with it.
import { useTexts } from '../../i18n/locale';
import type { Impairments } from '../../scenario/faults';
import type { Scenario } from '../../scenario/scenario';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import type { Replace } from './FaultEntries';
import { Checkbox } from './Field';
import { FigureField } from './FigureField';
import { failuresTexts } from './failures-text';
import { OptionalFigure } from './OptionalFigure';
import { PartitionsForm } from './PartitionsForm';
import { ReadingForm } from './ReadingForm';
import { ServerFaultsForm } from './ServerFaultsForm';

export interface FailuresFormProps {
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}

/** A percent has this many of the field's smallest steps: a share is kept to a millionth. */
const PERCENT = 10_000;
/** Microseconds. */
const MS = 1000;

export function FailuresForm({ scenario, onChange }: FailuresFormProps) {
  const { faults } = scenario;
  const replace: Replace = (old, next) => {
    const changed = old
      ? faults.flatMap(fault => (fault === old ? (next ?? []) : fault))
      : [...faults, ...(next ? [next] : [])];
    onChange({ ...scenario, faults: changed });
  };
  return (
    <>
      <ChanceForm scenario={scenario} onChange={onChange} />
      <PartitionsForm faults={faults} onReplace={replace} />
      <ServerFaultsForm faults={faults} onReplace={replace} />
      <ReadingForm faults={faults} onReplace={replace} />
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
