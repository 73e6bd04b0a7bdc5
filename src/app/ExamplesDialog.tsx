// The built-in scenarios to choose from.
import { seed } from '../forks/fork-tree';
import { useLocale, useTexts } from '../i18n/locale';
import { presetTexts } from '../scenario/preset-texts';
import { presets } from '../scenario/presets';
import { Dialog } from '../ui/Dialog';
import styles from './App.module.css';
import { useSession } from './session';
import { texts } from './text';

export function ExamplesDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(texts);
  const about = presetTexts[useLocale()];
  const openRun = useSession(session => session.open);
  return (
    <Dialog open={open} title={t.examples} closeLabel={t.close} onClose={onClose}>
      <p>{t.examplesIntro}</p>
      <ul className={styles.examples}>
        {presets.map(({ id, scenario }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.example}
              onClick={() => {
                openRun(seed(scenario), 0);
                onClose();
              }}
            >
              <strong>{about[id].title}</strong>
              <span>{about[id].description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
