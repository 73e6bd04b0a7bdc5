// A form for a value of any type, part by part.
import { useTexts } from '../../i18n/locale';
import { defaultJson } from '../../idl/default-json';
import { isJsonObject, type Json } from '../../idl/json';
import { typeText } from '../../idl/print';
import type { StructType, Type } from '../../idl/types';
import { AnyField } from './AnyField';
import styles from './Editor.module.css';
import { ListField } from './ListField';
import { MapField } from './MapField';
import { ScalarField } from './ScalarField';
import { texts } from './text';
import type { ValueFieldProps } from './value-field-props';

export function ValueField(props: ValueFieldProps) {
  const { type, ...rest } = props;
  switch (type.kind) {
    case 'optional':
      return <OptionalField {...rest} type={type} />;
    case 'list':
      return <ListField {...rest} element={type.element} Part={ValueField} />;
    case 'map':
      return <MapField {...rest} value={type.value} Part={ValueField} />;
    case 'struct':
      return <StructField {...rest} type={type} />;
    case 'any':
      return <AnyField {...rest} />;
    default:
      return <ScalarField {...rest} kind={type.kind} />;
  }
}

type Presence = 'absent' | 'null' | 'given';

/** `onAbsent` is there where the value can be left out altogether: in a struct. */
function OptionalField({
  type,
  json,
  label,
  aside,
  onChange,
  onAbsent,
  ...rest
}: Omit<ValueFieldProps, 'json'> & {
  readonly type: Extract<Type, { kind: 'optional' }>;
  readonly json: Json | undefined;
  readonly onAbsent?: () => void;
}) {
  const t = useTexts(texts);
  const presence: Presence = json === undefined ? 'absent' : json === null ? 'null' : 'given';
  const choose = (chosen: Presence) => {
    if (chosen === 'absent') onAbsent?.();
    else onChange(chosen === 'null' ? null : defaultJson(type.inner));
  };
  const choice = (
    <>
      <select
        className={styles.presence}
        aria-label={t.presence(label)}
        value={presence}
        onChange={event => choose(event.target.value as Presence)}
      >
        {onAbsent && <option value="absent">{t.absent}</option>}
        <option value="null">{t.null}</option>
        <option value="given">{t.given}</option>
      </select>
      {aside}
    </>
  );
  if (json !== undefined && json !== null)
    return <ValueField {...rest} type={type.inner} json={json} label={label} aside={choice} onChange={onChange} />;
  return (
    <div className={styles.labelRow}>
      <span className={styles.label}>
        {label} <span className={styles.hint}>{typeText(type)}</span>
      </span>
      {choice}
    </div>
  );
}

function StructField({ type, json, label, problem, aside, onChange }: ValueFieldProps & { readonly type: StructType }) {
  const members = isJsonObject(json) ? json : {};
  const without = (name: string) => Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {label} <span className={styles.hint}>{type.name}</span>
      </legend>
      {aside && <span className={styles.groupAside}>{aside}</span>}
      {problem && <p className={styles.problem}>{problem}</p>}
      {type.members.map(({ name, type: memberType }) => {
        const member = Object.hasOwn(members, name) ? members[name] : undefined;
        const change = (next: Json) => onChange({ ...members, [name]: next });
        return memberType.kind === 'optional' ? (
          <OptionalField
            key={name}
            type={memberType}
            json={member}
            label={name}
            onChange={change}
            onAbsent={() => onChange(without(name))}
          />
        ) : (
          <ValueField key={name} type={memberType} json={member ?? null} label={name} onChange={change} />
        );
      })}
    </fieldset>
  );
}
