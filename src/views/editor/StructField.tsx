// A form for a struct: its members one below the other, those of a oneof as a choice.
import { useTexts } from '../../i18n/locale';
import { defaultJson } from '../../idl/default-json';
import { isJsonObject, type Json, type JsonObject } from '../../idl/json';
import type { Member, StructType } from '../../idl/types';
import styles from './Editor.module.css';
import { OptionalField } from './OptionalField';
import { texts } from './text';
import type { CompoundFieldProps } from './value-field-props';

export function StructField(props: CompoundFieldProps & { readonly type: StructType }) {
  const { type, json, label, problem, aside, onChange, Part } = props;
  const values = isJsonObject(json) ? json : {};
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {label} <span className={styles.hint}>{type.name}</span>
      </legend>
      {aside && <span className={styles.groupAside}>{aside}</span>}
      {problem && <p className={styles.problem}>{problem}</p>}
      {type.members.map((member, index) => {
        const { name, oneof } = member;
        if (oneof === undefined)
          return <MemberField key={name} member={member} values={values} Part={Part} onChange={onChange} />;
        const group = type.members.filter(each => each.oneof === oneof);
        if (group[0] !== type.members[index]) return null;
        return <OneofField key={name} name={oneof} group={group} values={values} Part={Part} onChange={onChange} />;
      })}
    </fieldset>
  );
}

interface PartProps {
  readonly values: JsonObject;
  readonly Part: CompoundFieldProps['Part'];
  readonly onChange: (json: Json) => void;
}

function MemberField({ member: { name, type }, values, Part, onChange }: PartProps & { readonly member: Member }) {
  const json = Object.hasOwn(values, name) ? values[name] : undefined;
  const change = (next: Json) => onChange({ ...values, [name]: next });
  if (type.kind !== 'optional') return <Part type={type} json={json ?? null} label={name} onChange={change} />;
  const leaveOut = () => onChange(without(values, [name]));
  return <OptionalField type={type} json={json} label={name} Part={Part} onChange={change} onAbsent={leaveOut} />;
}

/** One member of `group`, or none. */
function OneofField({
  name: label,
  group,
  values,
  Part,
  onChange,
}: PartProps & { readonly name: string; readonly group: readonly Member[] }) {
  const t = useTexts(texts);
  const names = group.map(({ name }) => name);
  const given = group.find(({ name }) => Object.hasOwn(values, name) && values[name] !== null);
  const type = given?.type.kind === 'optional' ? given.type.inner : given?.type;
  const choose = (chosen: string) => {
    const member = group.find(({ name }) => name === chosen);
    const inner = member?.type.kind === 'optional' ? member.type.inner : undefined;
    onChange({ ...without(values, names), ...(inner && { [chosen]: defaultJson(inner) }) });
  };
  return (
    <div className={styles.stack}>
      <label className={styles.labelRow}>
        <span className={styles.label}>
          {label} <span className={styles.hint}>oneof</span>
        </span>
        <select className={styles.presence} value={given?.name ?? ''} onChange={event => choose(event.target.value)}>
          <option value="">{t.noneOf}</option>
          {names.map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {given && type && (
        <Part
          type={type}
          json={values[given.name]}
          label={given.name}
          onChange={next => onChange({ ...without(values, names), [given.name]: next })}
        />
      )}
    </div>
  );
}

function without(values: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
