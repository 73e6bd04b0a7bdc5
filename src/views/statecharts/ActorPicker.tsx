// The machines with their states: which of them to look at.
import { useId } from 'react';
import { useTexts } from '../../i18n/locale';
import styles from './ActorPicker.module.css';
import type { ChartId } from './stream-charts';
import { texts } from './text';

interface ActorPickerProps {
  /** The learner's choice; undefined to follow the call. */
  readonly pinned: ChartId | undefined;
  /** Whom following the call leads to. */
  readonly followed: ChartId;
  /** Who there is to choose from, each with its state. */
  readonly states: Readonly<Partial<Record<ChartId, string>>>;
  readonly onChoose: (actor: ChartId | undefined) => void;
}

export function ActorPicker({ pinned, followed, states, onChoose }: ActorPickerProps) {
  const t = useTexts(texts);
  const name = useId();
  const label = (actor: ChartId, state: string) => t.states[actor][state]?.label ?? state;
  return (
    <fieldset className={styles.picker} data-print="never">
      <legend className="visually-hidden">{t.chooseActor}</legend>
      <label className={styles.option} title={t.followHint}>
        <input
          type="radio"
          name={name}
          className={styles.radio}
          checked={pinned === undefined}
          onChange={() => onChoose(undefined)}
        />
        <span className={styles.name}>{t.follow}</span>
        <span className={styles.state}>{t.actors[followed]}</span>
      </label>
      {(Object.entries(states) as [ChartId, string][]).map(([actor, state]) => (
        <label key={actor} className={`${styles.option} ${styles[actor]}`} data-shown={actor === (pinned ?? followed)}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={actor === pinned}
            onChange={() => onChoose(actor)}
          />
          <span className={styles.name}>{t.actors[actor]}</span>
          <span className={styles.state} title={label(actor, state)}>
            {label(actor, state)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
