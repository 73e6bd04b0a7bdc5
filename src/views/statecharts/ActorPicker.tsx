// The seven machines with their states: which of them to look at.
import { useId } from 'react';
import { useTexts } from '../../i18n/locale';
import type { ActorId } from '../../trace/trace';
import styles from './ActorPicker.module.css';
import { ACTORS } from './placed-charts';
import { texts } from './text';

interface ActorPickerProps {
  /** The learner's choice; undefined to follow the call. */
  readonly pinned: ActorId | undefined;
  /** Whom following the call leads to. */
  readonly followed: ActorId;
  readonly states: Readonly<Record<ActorId, string>>;
  readonly onChoose: (actor: ActorId | undefined) => void;
}

export function ActorPicker({ pinned, followed, states, onChoose }: ActorPickerProps) {
  const t = useTexts(texts);
  const name = useId();
  const label = (actor: ActorId) => t.states[actor][states[actor]]?.label ?? states[actor];
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
      {ACTORS.map(actor => (
        <label key={actor} className={`${styles.option} ${styles[actor]}`} data-shown={actor === (pinned ?? followed)}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={actor === pinned}
            onChange={() => onChoose(actor)}
          />
          <span className={styles.name}>{t.actors[actor]}</span>
          <span className={styles.state} title={label(actor)}>
            {label(actor)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
