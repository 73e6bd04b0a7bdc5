// A form for a list or a set: its elements one below the other.
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { defaultJson } from '../../idl/default-json';
import type { Json } from '../../idl/json';
import { typeText } from '../../idl/print';
import type { Type } from '../../idl/types';
import { Button, IconButton } from '../../ui/Button';
import styles from './Editor.module.css';
import { texts } from './text';
import type { CompoundFieldProps } from './value-field-props';

/** More elements than this are not drawn: nobody edits them one by one. */
const SHOWN = 30;

export function ListField(props: CompoundFieldProps & { readonly type: Extract<Type, { element: Type }> }) {
  const { type, json, label, problem, aside, onChange, Part } = props;
  const t = useTexts(texts);
  const { element } = type;
  const items: readonly Json[] = Array.isArray(json) ? json : [];
  const replace = (index: number, ...by: Json[]) => onChange(items.toSpliced(index, 1, ...by));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {label}{' '}
        <span className={styles.hint}>
          {typeText(type)} · {items.length}
        </span>
      </legend>
      {aside && <span className={styles.groupAside}>{aside}</span>}
      {problem && <p className={styles.problem}>{problem}</p>}
      {items.slice(0, SHOWN).map((item, index) => {
        const name = `${label}[${index}]`;
        const remove = <IconButton label={t.remove(name)} icon={<X size={16} />} onClick={() => replace(index)} />;
        return (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: an element has no other identity than its place.
            key={index}
            type={element}
            json={item}
            label={name}
            aside={remove}
            onChange={next => replace(index, next)}
          />
        );
      })}
      {items.length > SHOWN && <p className={styles.hint}>{t.more(items.length - SHOWN)}</p>}
      <Button
        className={styles.addition}
        icon={<Plus size={16} />}
        onClick={() => onChange([...items, items.at(-1) ?? defaultJson(element)])}
      >
        {t.add(label)}
      </Button>
    </fieldset>
  );
}
