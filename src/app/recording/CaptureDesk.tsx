// A capture on its way in: the sign that it can be dropped here, how far it is read, and why it cannot be opened.
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { player } from '../../playback/player';
import { type Problem, ProblemError } from '../../problem/problem';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useCaptureDesk } from '../capture-desk';
import styles from './CaptureDesk.module.css';
import { openFile } from './recording';
import { texts } from './text';

export function CaptureDesk() {
  const t = useTexts(texts);
  const { file, dragging } = useCaptureDesk();
  return (
    <>
      {dragging && (
        <div className={styles.drop}>
          <p role="status">{t.drop}</p>
        </div>
      )}
      <Dialog open={file !== undefined} title={file?.name ?? ''} closeLabel={t.cancel} onClose={close}>
        {file && <Opening file={file} />}
      </Dialog>
    </>
  );
}

function close(): void {
  useCaptureDesk.setState({ file: undefined });
}

/** Opens `file` while it is there; taking it away gives it up. */
function Opening({ file }: { readonly file: File }) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const [done, setDone] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const giveUp = new AbortController();
    player.pause();
    setDone(0);
    setProblem(undefined);
    openFile(file, { told: setDone, signal: giveUp.signal }).then(close, error => {
      if (giveUp.signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    });
    return () => giveUp.abort();
  }, [file]);
  if (problem)
    return (
      <div className={styles.stack}>
        <p role="alert">
          {t.cannotOpen} {sentence(problem)}
        </p>
        <div>
          <Button kind="primary" onClick={close}>
            {t.close}
          </Button>
        </div>
      </div>
    );
  return (
    <div className={styles.stack}>
      <p role="status">{t.reading}</p>
      <progress className={styles.progress} value={done} aria-label={t.reading} />
      <p className={styles.quiet}>{t.stays}</p>
      <div>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </div>
  );
}
