// A form for a map: each entry's key and value.
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { defaultJson } from '../../idl/default-json';
import { isJsonObject, type Json } from '../../idl/json';
import { keyValue } from '../../idl/map-keys';
import { typeText } from '../../idl/print';
import { type KeyType, type MapType, STRING } from '../../idl/types';
import { Button, IconButton } from '../../ui/Button';
import styles from './Editor.module.css';
import { Field } from './Field';
import { freeKey } from './free-key';
import { texts } from './text';
import { useDraft } from './use-draft';
import type { CompoundFieldProps } from './value-field-props';

/** More entries than this are not drawn: nobody edits them one by one. */
const SHOWN = 30;

export function MapField(props: CompoundFieldProps & { readonly type: MapType }) {
  const { type, json, label, problem, aside, onChange, Part } = props;
  const t = useTexts(texts);
  const { key: keyType = STRING as KeyType, value } = type;
  const entries: readonly (readonly [string, Json])[] = isJsonObject(json) ? Object.entries(json) : [];
  const replace = (index: number, ...by: (readonly [string, Json])[]) =>
    onChange(Object.fromEntries(entries.toSpliced(index, 1, ...by)));
  const taken = (key: string) => entries.some(([each]) => each === key);
  const free = freeKey(keyType, taken);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {label}{' '}
        <span className={styles.hint}>
          {typeText(type)} · {entries.length}
        </span>
      </legend>
      {aside && <span className={styles.groupAside}>{aside}</span>}
      {problem && <p className={styles.problem}>{problem}</p>}
      {entries.slice(0, SHOWN).map(([key, item], index) => {
        const name = `${label}[${JSON.stringify(key)}]`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the key is what is being edited; the entry stays the same.
          <div key={index} className={styles.entry}>
            <KeyField
              name={name}
              type={keyType}
              value={key}
              taken={taken}
              onChange={next => replace(index, [next, item])}
              onRemove={() => replace(index)}
            />
            <Part type={value} json={item} label={name} onChange={next => replace(index, [key, next])} />
          </div>
        );
      })}
      {entries.length > SHOWN && <p className={styles.hint}>{t.more(entries.length - SHOWN)}</p>}
      <Button
        className={styles.addition}
        icon={<Plus size={16} />}
        disabled={free === undefined}
        onClick={() => onChange(Object.fromEntries([...entries, [free, defaultJson(value)]]))}
      >
        {t.add(label)}
      </Button>
    </fieldset>
  );
}

interface KeyFieldProps {
  readonly name: string;
  readonly type: KeyType;
  readonly value: string;
  readonly taken: (key: string) => boolean;
  readonly onChange: (key: string) => void;
  readonly onRemove: () => void;
}

function KeyField({ name, type, value, taken, onChange, onRemove }: KeyFieldProps) {
  const t = useTexts(texts);
  const [text, keep] = useDraft(value);
  const problemOf = (typed: string) => {
    if (keyValue(type, typed) === undefined) return t.badKey(typeText(type));
    return typed !== value && taken(typed) ? t.keyTaken : undefined;
  };
  // An object of JSON lists whole numbers first, in their order: an entry with such a key moves, but not while it is typed.
  const moves = type.kind !== 'string';
  const change = (typed: string) => {
    if (moves || problemOf(typed) !== undefined) return keep(typed, value);
    keep(typed, typed);
    onChange(typed);
  };
  const leave = () => {
    if (moves && text !== value && problemOf(text) === undefined) onChange(text);
  };
  const remove = <IconButton label={t.remove(name)} icon={<X size={16} />} onClick={onRemove} />;
  return (
    <Field
      label={t.key}
      hint={type.kind === 'string' ? undefined : typeText(type)}
      problem={problemOf(text)}
      insteadOf={value}
      aside={remove}
    >
      {control => (
        <input
          {...control}
          aria-label={t.keyOf(name)}
          className={styles.input}
          value={text}
          onChange={event => change(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
