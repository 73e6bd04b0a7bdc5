// The fields of the message or frame at hand as a tree, and below it the explanation of the one that is pointed at.
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { useMarked, useShown } from '../../playback/use-shown';
import { type Dissection, fieldOf } from '../../trace/dissection';
import type { FieldRow } from '../../trace/field-rows';
import styles from './Fields.module.css';
import { FieldTree } from './FieldTree';
import { texts } from './text';

const FieldExplanation = lazy(() =>
  import('./FieldExplanation').then(module => ({ default: module.FieldExplanation })),
);
const DamageReport = lazy(() => import('./DamageReport').then(module => ({ default: module.DamageReport })));

export interface FieldsProps {
  /** Chooses between a damaged frame as sent and as it arrived. */
  readonly Versions: ComponentType<{ readonly dissection: Dissection }>;
}

export function Fields({ Versions }: FieldsProps) {
  const t = useTexts(texts);
  const shown = useShown();
  return shown ? (
    <FieldsOf dissection={shown.dissection} Versions={Versions} />
  ) : (
    <p className={styles.nothing}>{t.nothing}</p>
  );
}

function FieldsOf({ dissection, Versions }: FieldsProps & { readonly dissection: Dissection }) {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const [active, setActive] = useState<FieldRow | undefined>(undefined);
  const selected = useMarked(dissection, 'selection');
  const previewed = useMarked(dissection, 'preview');
  const [span] = previewed.length > 0 ? previewed : selected;
  // Nested fields may cover the same octets: then the row that was pointed at is the one to explain.
  const isActive = span && active && active.start === span.start && active.end === span.end;
  const field = isActive ? active : span && fieldOf(dissection, span);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t.title}</h2>
        {dissection.damage && (
          <Suspense>
            <Versions dissection={dissection} />
          </Suspense>
        )}
        <span className={styles.columns} aria-hidden="true">
          <span>{t.columns.octets}</span>
          <span>{t.columns.offset}</span>
        </span>
      </div>
      {dissection.damage && (
        <Suspense>
          <DamageReport dissection={dissection} />
        </Suspense>
      )}
      <FieldTree trace={trace} dissection={dissection} active={active} onActive={setActive} />
      {field ? (
        <Suspense fallback={<Hint>{t.noExplanation}</Hint>}>
          <FieldExplanation trace={trace} dissection={dissection} field={field} />
        </Suspense>
      ) : (
        <Hint>{t.hint}</Hint>
      )}
    </div>
  );
}

/** In the place of an explanation. */
function Hint({ children }: { readonly children: string }) {
  return <p className={`${styles.explanation} ${styles.hint}`}>{children}</p>;
}
