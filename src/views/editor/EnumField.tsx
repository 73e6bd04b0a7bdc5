// A field for a value of an enum: one of its members, or the number of none.
import { useTexts } from '../../i18n/locale';
import type { EnumType } from '../../idl/types';
import styles from './Editor.module.css';
import { Field } from './Field';
import { ScalarField } from './ScalarField';
import { texts } from './text';
import type { ValueFieldProps } from './value-field-props';

/** Stands for any number; no member has this name. */
const NUMBER = '#';

export function EnumField({
  type,
  json,
  label,
  problem,
  aside,
  onChange,
}: ValueFieldProps & { readonly type: EnumType }) {
  const t = useTexts(texts);
  const numbered = typeof json === 'number';
  const choose = (chosen: string) => onChange(chosen === NUMBER ? freeNumber(type) : chosen);
  return (
    <>
      <Field label={label} hint={type.name} problem={problem} aside={aside}>
        {control => (
          <select
            {...control}
            className={styles.input}
            value={numbered ? NUMBER : String(json)}
            onChange={event => choose(event.target.value)}
          >
            {type.members.map(({ name, number }) => (
              <option key={name} value={name}>
                {name} = {number}
              </option>
            ))}
            <option value={NUMBER}>{t.otherNumber}</option>
          </select>
        )}
      </Field>
      {numbered && <ScalarField kind="int" json={json} label={t.numberOf(label)} onChange={onChange} />}
    </>
  );
}

/** The least number from 0 on that no member has. */
function freeNumber({ members }: EnumType): number {
  let free = 0;
  while (members.some(({ number }) => number === free)) free++;
  return free;
}
