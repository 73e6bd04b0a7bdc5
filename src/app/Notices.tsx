// What must be said and does not belong to a field: a link that could not be read, a new version.

import { useRegisterSW } from 'virtual:pwa-register/react';
import { useState } from 'react';
import { useTexts } from '../i18n/locale';
import { useProblemSentence } from '../i18n/use-problem-sentence';
import { Button } from '../ui/Button';
import styles from './App.module.css';
import { useSession } from './session';
import { texts } from './text';

export function Notices() {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const { notice, tell } = useSession();
  const [later, setLater] = useState(false);
  const {
    needRefresh: [updated],
    updateServiceWorker,
  } = useRegisterSW();
  return (
    <div className={styles.notices}>
      {notice && (
        <p role="alert" className={styles.notice}>
          <span>
            {t.badLink} {sentence(notice)}
          </span>
          <Button onClick={() => tell(undefined)}>{t.dismiss}</Button>
        </p>
      )}
      {updated && !later && (
        <p role="status" className={styles.notice}>
          <span>{t.update}</span>
          <Button onClick={() => void updateServiceWorker(true)}>{t.reload}</Button>
          <Button onClick={() => setLater(true)}>{t.dismiss}</Button>
        </p>
      )}
    </div>
  );
}
