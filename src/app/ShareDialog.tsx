// The run as a link, as a curl command, as a Python program.
import { useEffect, useState } from 'react';
import { copyAsCurl, copyAsPython } from '../exports/copy-as';
import { useTexts } from '../i18n/locale';
import { useProblemSentence } from '../i18n/use-problem-sentence';
import { usePlayback } from '../playback/store';
import type { Problem, ProblemError } from '../problem/problem';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { showToast } from '../ui/toast';
import styles from './App.module.css';
import { presentAddress } from './address';
import { copyText } from './download';
import { shareTexts } from './share-text';
import { texts } from './text';

export function ShareDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { share, close } = useTexts(texts);
  const t = useTexts(shareTexts);
  const trace = usePlayback(state => state.trace);
  const sentence = useProblemSentence();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (!open) return;
    setProblem(undefined);
    presentAddress().then(setAddress, error => setProblem((error as ProblemError).problem));
  }, [open]);
  const copy = async (text: string) => {
    const copied = await copyText(text);
    showToast(copied ? t.copied : t.copyFailed, !copied);
  };
  const programs = open
    ? [
        { label: t.copyCurl, text: copyAsCurl(trace) },
        { label: t.copyPython, text: copyAsPython(trace) },
      ]
    : [];
  return (
    <Dialog open={open} title={share} closeLabel={close} onClose={onClose}>
      <div className={styles.stack}>
        <p>{t.intro}</p>
        {problem ? (
          <p role="alert">{sentence(problem)}</p>
        ) : (
          <>
            <input
              className={styles.link}
              readOnly
              value={address}
              aria-label={t.copyLink}
              onFocus={event => event.target.select()}
            />
            <div className={styles.row}>
              <Button kind="primary" onClick={() => void copy(address)}>
                {t.copyLink}
              </Button>
            </div>
          </>
        )}
        {programs.map(({ label, text }) => (
          <div key={label} className={styles.stack}>
            <textarea className={styles.shown} readOnly rows={7} value={text} aria-label={label} />
            <div className={styles.row}>
              <Button onClick={() => void copy(text)}>{label}</Button>
            </div>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
