// The text of the file: pasted, typed, dropped or chosen, with the place of a fault.
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTexts } from '../../../i18n/locale';
import { useProblemSentence } from '../../../i18n/use-problem-sentence';
import type { IdlLanguage } from '../../../idl-import/language';
import { Button } from '../../../ui/Button';
import { Segmented } from '../../../ui/Segmented';
import styles from '../Editor.module.css';
import { ProblemNote } from '../Field';
import type { Reading, Source } from './reading';
import { texts } from './text';

export interface FileTextProps {
  readonly source: Source;
  readonly reading: Reading;
  readonly onChange: (source: Source) => void;
}

export function FileText({ source, reading, onChange }: FileTextProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const { language, problem } = reading;
  const isUnknown = !language && source.text.trim() !== '';
  const open = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text().catch(() => undefined);
    setUnreadable(text === undefined);
    if (text !== undefined) onChange({ text, fileName: file.name });
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void open(event.dataTransfer.files[0]);
  };
  const showPlace = () => {
    const { offset = 0 } = problem?.at ?? {};
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset + 1);
  };
  return (
    <div className={styles.stack}>
      <label htmlFor={id}>{t.intro}</label>
      <textarea
        ref={area}
        id={id}
        className={styles.text}
        rows={8}
        spellCheck={false}
        aria-label={t.text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-problem`}
        value={source.text}
        onChange={event => onChange({ ...source, text: event.target.value })}
        onDragOver={event => event.preventDefault()}
        onDrop={drop}
      />
      <div className={styles.labelRow}>
        <Segmented<IdlLanguage | ''>
          label={t.language}
          value={language ?? ''}
          options={[
            { value: 'proto', label: '.proto' },
            { value: 'thrift', label: '.thrift' },
          ]}
          onChange={chosen => chosen !== '' && onChange({ ...source, language: chosen })}
        />
        {problem?.at && <Button onClick={showPlace}>{t.showPlace}</Button>}
        <Button onClick={() => chooser.current?.click()}>{t.choose}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".proto,.thrift,text/plain"
          onChange={event => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <ProblemNote
        id={`${id}-problem`}
        problem={unreadable ? t.unreadable : (sentence(problem) ?? (isUnknown ? t.whichLanguage : undefined))}
      />
    </div>
  );
}
