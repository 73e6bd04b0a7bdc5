// The seven machines with their states: which of them to look at.
import { useId } from 'react';
import { useTexts } from '../../i18n/locale';
import type { ActorId } from '../../trace/trace';
import styles from './ActorPicker.module.css';
import { texts } from './text';

/** In the order of the way from client to server. */
export const ACTORS: readonly ActorId[] = [
  'client',
  'clientStub',
  'clientTcp',
  'link',
  'serverTcp',
  'serverStub',
  'server',
];

interface ActorPickerProps {
  readonly shown: ActorId;
  /** Whether {@link shown} is the learner's choice, or follows the call. */
  readonly pinned: boolean;
  readonly states: Readonly<Record<ActorId, string>>;
  readonly onChoose: (actor: ActorId | undefined) => void;
}

export function ActorPicker({ shown, pinned, states, onChoose }: ActorPickerProps) {
  const t = useTexts(texts);
  const name = useId();
  return (
    <fieldset className={styles.picker} data-print="never">
      <legend className="visually-hidden">{t.chooseActor}</legend>
      <label className={styles.option} title={t.followHint}>
        <input
          type="radio"
          name={name}
          className={styles.radio}
          checked={!pinned}
          onChange={() => onChoose(undefined)}
        />
        <span className={styles.name}>{t.follow}</span>
        <span className={styles.state}>{t.actors[shown]}</span>
      </label>
      {ACTORS.map(actor => (
        <label key={actor} className={`${styles.option} ${styles[actor]}`} data-shown={actor === shown}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={pinned && actor === shown}
            onChange={() => onChoose(actor)}
          />
          <span className={styles.name}>{t.actors[actor]}</span>
          <span className={styles.state}>{t.states[actor][states[actor]]?.label ?? states[actor]}</span>
        </label>
      ))}
    </fieldset>
  );
}
