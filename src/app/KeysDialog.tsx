// All keys, and the switch that turns those off which have no modifier (WCAG 2.2, 2.1.4).
import { useTexts } from '../i18n/locale';
import { usePlayback } from '../playback/store';
import { Dialog } from '../ui/Dialog';
import styles from './App.module.css';
import { keysTexts } from './keys-text';
import { texts } from './text';

export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(texts);
  const about = useTexts(keysTexts);
  const enabled = usePlayback(state => state.keysEnabled);
  return (
    <Dialog open={open} title={t.keys} closeLabel={t.close} onClose={onClose}>
      <p>{about.intro}</p>
      <dl className={styles.keys}>
        {about.list.map(([key, what]) => (
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
        {about.on}
      </label>
      <h3>{about.simplified}</h3>
      <p>{about.simplifiedIntro}</p>
      <ul className={styles.simplifications}>
        {about.simplifications.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Dialog>
  );
}
