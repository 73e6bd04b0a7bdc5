// What each function of the server does.
import { useTexts } from '../../i18n/locale';
import type { Behaviour } from '../../idl/behaviour';
import { defaultJson } from '../../idl/default-json';
import { ANY, INT, type Method, type ServiceInterface, STRING, type StructType, type Type } from '../../idl/types';
import type { Scenario } from '../../scenario/scenario';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { texts } from './text';
import { ValueField } from './ValueField';

type Choice = Behaviour['does'] | 'unknown';
type Raising = Extract<Behaviour, { does: 'raise' }>;
type Throwing = Extract<Behaviour, { does: 'throw' }>;

const CHOICES: readonly Choice[] = [
  'add',
  'echo',
  'divide',
  'return',
  'throw',
  'raise',
  'length',
  'measure',
  'count-up',
  'receipt',
  'unknown',
];
const OPTIONAL_INT: Type = { kind: 'optional', inner: INT };
const OPTIONAL_STRING: Type = { kind: 'optional', inner: STRING };

export interface ServerFormProps {
  readonly scenario: Scenario;
  readonly service: ServiceInterface;
  readonly onChange: (scenario: Scenario) => void;
}

export function ServerForm({ scenario, service, onChange }: ServerFormProps) {
  const t = useTexts(texts);
  const change = (name: string, behaviour: Behaviour | undefined) => {
    const { [name]: _, ...others } = scenario.server;
    onChange({ ...scenario, server: behaviour ? { ...others, [name]: behaviour } : others });
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.server}</legend>
      {service.methods.map(method => (
        <FunctionForm
          key={method.name}
          method={method}
          behaviour={Object.hasOwn(scenario.server, method.name) ? scenario.server[method.name] : undefined}
          onChange={behaviour => change(method.name, behaviour)}
        />
      ))}
    </fieldset>
  );
}

interface FunctionFormProps {
  readonly method: Method;
  readonly behaviour: Behaviour | undefined;
  readonly onChange: (behaviour: Behaviour | undefined) => void;
}

function FunctionForm({ method, behaviour, onChange }: FunctionFormProps) {
  const t = useTexts(texts);
  const does = behaviour?.does ?? 'unknown';
  const choices = CHOICES.filter(choice => choice !== 'raise' || choice === does || method.throws.length > 0);
  return (
    <div className={styles.stack}>
      <Select
        label={t.function(method.name)}
        value={does}
        options={choices.map(value => ({ value, label: t.behaviours[value] }))}
        onChange={choice => onChange(firstBehaviour(choice, method))}
      />
      {behaviour?.does === 'return' && method.result.kind !== 'void' && (
        <ValueField
          type={method.result}
          json={behaviour.value}
          label={t.returnedValue}
          onChange={value => onChange({ does: 'return', value })}
        />
      )}
      {behaviour?.does === 'throw' && <ThrowForm behaviour={behaviour} onChange={onChange} />}
      {behaviour?.does === 'raise' && <RaiseForm method={method} behaviour={behaviour} onChange={onChange} />}
    </div>
  );
}

function ThrowForm({
  behaviour,
  onChange,
}: {
  readonly behaviour: Throwing;
  readonly onChange: (to: Behaviour) => void;
}) {
  const t = useTexts(texts);
  const change = (part: Partial<Throwing>) => onChange({ ...behaviour, ...part });
  return (
    <>
      <ValueField
        type={STRING}
        json={behaviour.message}
        label={t.message}
        onChange={message => change({ message: message as string })}
      />
      <ValueField
        type={OPTIONAL_INT}
        json={behaviour.code ?? null}
        label={t.code}
        onChange={code => change({ code: (code as number | null) ?? undefined })}
      />
      <ValueField
        type={OPTIONAL_STRING}
        json={behaviour.exception ?? null}
        label={t.exception}
        onChange={exception => change({ exception: (exception as string | null) ?? undefined })}
      />
    </>
  );
}

/** The exception may be one that the method does not declare: then nothing is known of its value. */
function RaiseForm({
  method: { throws },
  behaviour: { exception, value },
  onChange,
}: {
  readonly method: Method;
  readonly behaviour: Raising;
  readonly onChange: (to: Behaviour) => void;
}) {
  const t = useTexts(texts);
  const types = throws.map(({ type }) => type);
  const type = types.find(({ name }) => name === exception);
  const names = [...(type ? [] : [exception]), ...types.map(({ name }) => name)];
  return (
    <>
      <Select
        label={t.raised}
        value={exception}
        options={names.map(name => ({ value: name, label: name }))}
        onChange={name => onChange(raise(types.find(each => each.name === name)!))}
      />
      <ValueField
        type={type ?? ANY}
        json={value}
        label={t.returnedValue}
        onChange={next => onChange({ does: 'raise', exception, value: next })}
      />
    </>
  );
}

function raise(type: StructType): Behaviour {
  return { does: 'raise', exception: type.name, value: defaultJson(type) };
}

function firstBehaviour(choice: Choice, method: Method): Behaviour | undefined {
  switch (choice) {
    case 'unknown':
      return undefined;
    case 'return':
      return { does: 'return', value: defaultJson(method.result) };
    case 'throw':
      return { does: 'throw', code: 42, message: 'no such user' };
    case 'raise':
      return raise(method.throws[0].type);
    default:
      return { does: choice };
  }
}
