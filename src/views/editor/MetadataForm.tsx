// Names and values that travel beside a call or an error.
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { isBinary, type MetadataEntry } from '../../idl/metadata';
import { Button, IconButton } from '../../ui/Button';
import styles from './Editor.module.css';
import { Field } from './Field';
import { texts } from './text';

export interface MetadataFormProps {
  readonly metadata: readonly MetadataEntry[];
  /** What the run said of a part of an entry, if it did. */
  readonly problemAt: (entry: number, part: keyof MetadataEntry) => string | undefined;
  /** Undefined for no entries at all. */
  readonly onChange: (metadata: readonly MetadataEntry[] | undefined) => void;
}

export function MetadataForm({ metadata, problemAt, onChange }: MetadataFormProps) {
  const t = useTexts(texts);
  const change = (next: readonly MetadataEntry[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.metadata}</legend>
      {metadata.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other identity than its place.
        <div key={index} className={styles.entry}>
          {(['name', 'value'] as const).map(part => (
            <Field
              key={part}
              label={t.metadataParts[part](index + 1)}
              hint={part === 'value' && isBinary(entry.name) ? t.base64 : undefined}
              problem={problemAt(index, part)}
              aside={
                part === 'name' && (
                  <IconButton
                    label={t.remove(entry.name)}
                    icon={<X size={16} />}
                    onClick={() => change(metadata.toSpliced(index, 1))}
                  />
                )
              }
            >
              {control => (
                <input
                  {...control}
                  className={styles.input}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={entry[part]}
                  onChange={event => change(metadata.with(index, { ...entry, [part]: event.target.value }))}
                />
              )}
            </Field>
          ))}
        </div>
      ))}
      <Button
        className={styles.addition}
        icon={<Plus size={16} />}
        onClick={() => change([...metadata, { name: 'x-user', value: 'alice' }])}
      >
        {t.addMetadata}
      </Button>
    </fieldset>
  );
}
