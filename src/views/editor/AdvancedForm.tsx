// What a newcomer need not know of, folded away: the ends of the network, the time of the day, the randomness.
import { useTexts } from '../../i18n/locale';
import { isHostAddress, isUtcTime } from '../../scenario/rules';
import type { Scenario } from '../../scenario/scenario';
import styles from './Editor.module.css';
import { FigureField } from './FigureField';
import { SettingField } from './SettingField';
import { texts } from './settings-text';

export interface AdvancedFormProps {
  readonly scenario: Scenario;
  /** What the run said of the setting at a path, if it did. */
  readonly problemAt: (...path: string[]) => string | undefined;
  readonly onChange: (scenario: Scenario) => void;
}

export function AdvancedForm({ scenario, problemAt, onChange }: AdvancedFormProps) {
  const t = useTexts(texts);
  const { hosts } = scenario;
  const changeHost = (side: 'client' | 'server', part: Partial<Scenario['hosts']['client']>) =>
    onChange({ ...scenario, hosts: { ...hosts, [side]: { ...hosts[side], ...part } } });
  return (
    <details className={styles.advanced}>
      <summary className={styles.legend}>{t.advanced}</summary>
      <div className={styles.group}>
        {(['client', 'server'] as const).map(side => (
          <div key={side} className={styles.stack}>
            <SettingField
              label={t.address[side]}
              value={hosts[side].address}
              isValid={isHostAddress}
              wanted={t.wantedAddress}
              problem={problemAt('hosts', side, 'address')}
              onChange={address => changeHost(side, { address })}
            />
            <FigureField
              label={t.port[side]}
              value={hosts[side].port}
              min={1}
              max={65_535}
              step={1}
              problem={problemAt('hosts', side, 'port')}
              onChange={port => changeHost(side, { port })}
            />
          </div>
        ))}
        <SettingField
          label={t.startedAt}
          value={scenario.startedAt}
          isValid={isUtcTime}
          wanted={t.wantedTime}
          onChange={startedAt => onChange({ ...scenario, startedAt })}
        />
        <p className={styles.hint}>{t.startedAtHint}</p>
        <FigureField
          label={t.seed}
          value={scenario.seed}
          min={0}
          max={2 ** 32 - 1}
          step={1}
          onChange={seed => onChange({ ...scenario, seed })}
        />
        <p className={styles.hint}>{t.seedHint}</p>
      </div>
    </details>
  );
}
