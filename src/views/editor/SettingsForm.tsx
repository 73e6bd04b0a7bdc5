// Protocol, network and connection.
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import type { Problem } from '../../problem/problem';
import { protocolById, protocols } from '../../protocols/index';
import type { OptionSchema } from '../../protocols/protocol';
import { withOption, withProtocol } from '../../scenario/edit';
import type { Scenario } from '../../scenario/scenario';
import { Select } from '../../ui/Select';
import { AdvancedForm } from './AdvancedForm';
import styles from './Editor.module.css';
import { Checkbox } from './Field';
import { FigureField } from './FigureField';
import { LoadForm } from './LoadForm';
import { isAt } from './problem-place';
import { texts } from './settings-text';

export interface SettingsFormProps {
  readonly scenario: Scenario;
  /** Why the scenario cannot run, if so. */
  readonly problem: Problem | undefined;
  readonly onChange: (scenario: Scenario) => void;
}

export function SettingsForm({ scenario, problem, onChange }: SettingsFormProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const problemAt = (...path: string[]) => (problem && isAt(problem, path) ? sentence(problem) : undefined);
  const { network, connection } = scenario;
  const changeNetwork = (part: Partial<Scenario['network']>) =>
    onChange({ ...scenario, network: { ...network, ...part } });
  const changeConnection = (part: Partial<Scenario['connection']>) =>
    onChange({ ...scenario, connection: { ...connection, ...part } });
  return (
    <>
      <ProtocolForm scenario={scenario} onChange={onChange} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t.network}</legend>
        <FigureField
          label={t.latency}
          value={network.latency}
          scale={1000}
          min={0}
          max={10_000_000}
          step={1000}
          onChange={latency => changeNetwork({ latency })}
        />
        <FigureField
          label={t.bandwidth}
          value={network.bandwidth}
          scale={1_000_000}
          min={1000}
          max={1e11}
          step={1_000_000}
          onChange={bandwidth => changeNetwork({ bandwidth })}
        />
        <FigureField
          label={t.mtu}
          value={network.mtu}
          min={68}
          max={65_536}
          step={1}
          problem={problemAt('network', 'mtu')}
          onChange={mtu => changeNetwork({ mtu })}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t.connection}</legend>
        <Checkbox label={t.reuse} checked={connection.reuse} onChange={reuse => changeConnection({ reuse })} />
        <Checkbox
          label={t.closeAtEnd}
          checked={connection.closeAtEnd}
          onChange={closeAtEnd => changeConnection({ closeAtEnd })}
        />
      </fieldset>
      <LoadForm scenario={scenario} problemAt={problemAt} onChange={onChange} />
      <AdvancedForm scenario={scenario} problemAt={problemAt} onChange={onChange} />
    </>
  );
}

function ProtocolForm({ scenario, onChange }: Omit<SettingsFormProps, 'problem'>) {
  const t = useTexts(texts);
  const schema: OptionSchema = protocolById(scenario.protocol)?.options ?? {};
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.protocolOptions}</legend>
      <Select
        label={t.protocol}
        value={scenario.protocol}
        options={protocols.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={id => onChange(withProtocol(scenario, id, protocolById(id)?.options ?? {}))}
      />
      {Object.entries(schema).map(([key, { choices, spec }]) => (
        <OptionField
          key={key}
          label={t.options[key] ?? key}
          spec={spec}
          choices={choices}
          value={scenario.options[key] ?? choices[0]}
          onChange={value => onChange(withOption(scenario, schema, key, value))}
        />
      ))}
    </fieldset>
  );
}

interface OptionFieldProps {
  readonly label: string;
  readonly spec: string | undefined;
  readonly choices: readonly (string | boolean)[];
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function OptionField({ label, spec, choices, value, onChange }: OptionFieldProps) {
  const t = useTexts(texts);
  return (
    <div className={styles.option}>
      {choices.every(choice => typeof choice === 'boolean') ? (
        <Checkbox label={label} checked={value === true} onChange={onChange} />
      ) : (
        <Select
          label={label}
          value={String(value)}
          options={choices.map(choice => ({
            value: String(choice),
            label: t.choices[String(choice)] ?? String(choice),
          }))}
          onChange={chosen => onChange(choices.find(choice => String(choice) === chosen)!)}
        />
      )}
      {spec && <span className={styles.hint}>{spec}</span>}
    </div>
  );
}
