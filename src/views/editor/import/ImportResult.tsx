// What a file becomes, and what of it is not carried over.
import { useTexts } from '../../../i18n/locale';
import { useProblemSentence } from '../../../i18n/use-problem-sentence';
import type { ImportedInterface } from '../../../idl-import/idl-file';
import editor from '../Editor.module.css';
import styles from './Import.module.css';
import { texts } from './text';

export function ImportResult({ result: { text, notes } }: { readonly result: ImportedInterface }) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  return (
    <>
      <section className={editor.stack}>
        <h3 className={styles.heading}>{t.becomes}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <pre className={styles.becomes} tabIndex={0}>
          {text}
        </pre>
      </section>
      <section className={editor.stack}>
        <h3 className={styles.heading}>{notes.length === 0 ? t.allCarried : t.notCarried}</h3>
        {notes.length > 0 && (
          <ul className={styles.notes}>
            {notes.map(({ lines, problem, leftOut }) => (
              <li key={`${problem.code} ${lines[0]} ${leftOut}`}>
                {t.lines(lines)} {leftOut !== undefined && <b>{t.leftOut(leftOut)} </b>}
                {sentence(problem)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
