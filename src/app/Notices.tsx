// What must be said and does not belong to a field: a link that could not be read, a new version.

import { useState } from 'react';
import { useTexts } from '../i18n/locale';
import { useProblemSentence } from '../i18n/use-problem-sentence';
import { Button } from '../ui/Button';
import styles from './App.module.css';
import { useSession } from './session';
import { texts } from './text';
import { useNewVersion } from './use-new-version';

export function Notices() {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const { notice, tell } = useSession();
  const [later, setLater] = useState(false);
  const changeToNewVersion = useNewVersion();
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
      {changeToNewVersion && !later && (
        <p role="status" className={styles.notice}>
          <span>{t.update}</span>
          <Button onClick={changeToNewVersion}>{t.reload}</Button>
          <Button onClick={() => setLater(true)}>{t.dismiss}</Button>
        </p>
      )}
    </div>
  );
}
