// All keys, and the switch that turns those off which have no modifier (WCAG 2.2, 2.1.4).
import { useTexts } from '../i18n/locale';
import { usePlayback } from '../playback/store';
import { Dialog } from '../ui/Dialog';
import styles from './App.module.css';
import { texts } from './text';

export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(texts);
  const enabled = usePlayback(state => state.keysEnabled);
  return (
    <Dialog open={open} title={t.keys} closeLabel={t.close} onClose={onClose}>
      <p>{t.keysIntro}</p>
      <dl className={styles.keys}>
        {t.keyList.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={enabled}
          onChange={event => usePlayback.setState({ keysEnabled: event.target.checked })}
        />
        {t.keysOn}
      </label>
      <h3>{t.simplified}</h3>
      <p>{t.simplifiedIntro}</p>
      <ul className={styles.simplifications}>
        {t.simplifications.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Dialog>
  );
}
