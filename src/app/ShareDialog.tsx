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
import { useIsRecording } from './capture-desk';
import { copyText } from './download';
import { NotRecorded } from './recording/NotRecorded';
import { shareTexts } from './share-text';
import { texts } from './text';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ShareDialog({ open, onClose }: Props) {
  const t = useTexts(texts);
  const isRecording = useIsRecording();
  return (
    <Dialog open={open} title={t.share} closeLabel={t.close} onClose={onClose}>
      {isRecording ? <NotRecorded what="noLink" /> : <Shared />}
    </Dialog>
  );
}

function Shared() {
  const t = useTexts(shareTexts);
  const trace = usePlayback(state => state.trace);
  const sentence = useProblemSentence();
  const [address, setAddress] = useState({ href: '', leftOut: 0 });
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    presentAddress().then(setAddress, error => setProblem((error as ProblemError).problem));
  }, []);
  const copy = async (text: string) => {
    const copied = await copyText(text);
    showToast(copied ? t.copied : t.copyFailed, !copied);
  };
  const programs = [
    { label: t.copyCurl, text: copyAsCurl(trace) },
    { label: t.copyPython, text: copyAsPython(trace) },
  ];
  return (
    <div className={styles.stack}>
      <p>{t.intro}</p>
      {problem ? (
        <p role="alert">{sentence(problem)}</p>
      ) : (
        <>
          <input
            className={styles.link}
            readOnly
            value={address.href}
            aria-label={t.copyLink}
            onFocus={event => event.target.select()}
          />
          {address.leftOut > 0 && <p role="status">{t.leftOut(address.leftOut)}</p>}
          <div className={styles.row}>
            <Button kind="primary" onClick={() => void copy(address.href)}>
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
  );
}
