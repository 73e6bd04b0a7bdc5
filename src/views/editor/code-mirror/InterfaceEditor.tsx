// The interface as text.
import { useTexts } from '../../../i18n/locale';
import { useProblemSentence } from '../../../i18n/use-problem-sentence';
import { diagnoseInterface } from '../../../idl/parse';
import { useMediaQuery } from '../../../ui/use-media-query';
import styles from '../Editor.module.css';
import { ProblemNote } from '../Field';
import { texts } from '../text';
import { useDraft } from '../use-draft';
import { useWrongInput } from '../wrong-input';
import { interfaceLanguage } from './interface-language';
import { focusEditor, useCodeEditor } from './use-code-editor';

export interface InterfaceEditorProps {
  /** The last text that was right. */
  readonly text: string;
  /** Called with texts that are right only. */
  readonly onChange: (text: string) => void;
}

export function InterfaceEditor({ text, onChange }: InterfaceEditorProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const touch = useMediaQuery('(pointer: coarse)');
  const [draft, keep] = useDraft(text);
  const problems = diagnoseInterface(draft);
  const host = useCodeEditor({
    text: draft,
    label: t.interfaceText,
    language: interfaceLanguage,
    diagnose: () =>
      problems.map(problem => ({
        from: problem.at?.offset ?? 0,
        to: problem.at?.end ?? 0,
        severity: 'error',
        message: sentence(problem) ?? '',
      })),
    onChange: typed => {
      const right = diagnoseInterface(typed).length === 0;
      keep(typed, right ? typed : text);
      if (right) onChange(typed);
    },
  });
  useWrongInput(problems.length > 0, t.interface, undefined, () => focusEditor(host.current));
  return (
    <div className={styles.stack}>
      <div ref={host} className={styles.code} />
      <ProblemNote problem={sentence(problems[0])} />
      <p className={styles.hint}>
        {t.interfaceHint}
        {!touch && ` · ${t.escape}`}
      </p>
    </div>
  );
}
