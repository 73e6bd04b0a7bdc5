// What each function of the server does.
import { lazy, Suspense } from 'react';
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { type Behaviour, USUAL_TIME } from '../../idl/behaviour';
import { defaultJson } from '../../idl/default-json';
import { ANY, INT, type Method, type ServiceInterface, STRING, type StructType, type Type } from '../../idl/types';
import type { Problem } from '../../problem/problem';
import { protocolById } from '../../protocols';
import { withTime } from '../../scenario/edit';
import { SERVICE_TIME_LIMITS } from '../../scenario/rules';
import type { Scenario } from '../../scenario/scenario';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { FigureField } from './FigureField';
import type { MetadataFormProps } from './MetadataForm';
import { isAt, type Path } from './problem-place';
import { texts } from './server-text';
import { ValueField } from './ValueField';

const MetadataForm = lazy(() => import('./MetadataForm').then(module => ({ default: module.MetadataForm })));

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
  readonly problem: Problem | undefined;
  readonly onChange: (scenario: Scenario) => void;
}

export function ServerForm({ scenario, service, problem, onChange }: ServerFormProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const carriesMetadata = protocolById(scenario.protocol)?.calls.metadata === true;
  const problemAt = (...path: Path) => (problem && isAt(problem, ['server', ...path]) ? sentence(problem) : undefined);
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
          carriesMetadata={carriesMetadata}
          problemAt={(entry, part) => problemAt(method.name, 'metadata', entry, part)}
          onChange={behaviour => change(method.name, behaviour)}
        />
      ))}
    </fieldset>
  );
}

interface FunctionFormProps {
  readonly method: Method;
  readonly behaviour: Behaviour | undefined;
  readonly carriesMetadata: boolean;
  readonly problemAt: MetadataFormProps['problemAt'];
  readonly onChange: (behaviour: Behaviour | undefined) => void;
}

function FunctionForm({ method, behaviour, carriesMetadata, problemAt, onChange }: FunctionFormProps) {
  const t = useTexts(texts);
  const [least, most] = SERVICE_TIME_LIMITS;
  const does = behaviour?.does ?? 'unknown';
  const choices = CHOICES.filter(choice => choice !== 'raise' || choice === does || method.throws.length > 0);
  return (
    <div className={styles.stack}>
      <Select
        label={t.function(method.name)}
        value={does}
        options={choices.map(value => ({ value, label: t.behaviours[value] }))}
        onChange={choice => onChange(firstBehaviour(choice, method, behaviour?.takes))}
      />
      {behaviour?.does === 'return' && method.result.kind !== 'void' && (
        <ValueField
          type={method.result}
          json={behaviour.value}
          label={t.returnedValue}
          onChange={value => onChange({ ...behaviour, value })}
        />
      )}
      {behaviour?.does === 'throw' && <ThrowForm behaviour={behaviour} onChange={onChange} />}
      {behaviour?.does === 'throw' && (carriesMetadata || behaviour.metadata) && (
        <Suspense>
          <MetadataForm
            metadata={behaviour.metadata ?? []}
            problemAt={problemAt}
            onChange={metadata => onChange({ ...behaviour, metadata })}
          />
        </Suspense>
      )}
      {behaviour?.does === 'raise' && <RaiseForm method={method} behaviour={behaviour} onChange={onChange} />}
      {behaviour && (
        <FigureField
          label={t.takes(method.name)}
          value={behaviour.takes ?? USUAL_TIME}
          scale={1000}
          min={least}
          max={most}
          step={10_000}
          onChange={takes => onChange(withTime(behaviour, takes))}
        />
      )}
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
  behaviour,
  onChange,
}: {
  readonly method: Method;
  readonly behaviour: Raising;
  readonly onChange: (to: Behaviour) => void;
}) {
  const t = useTexts(texts);
  const { exception, value } = behaviour;
  const types = throws.map(({ type }) => type);
  const type = types.find(({ name }) => name === exception);
  const names = [...(type ? [] : [exception]), ...types.map(({ name }) => name)];
  return (
    <>
      <Select
        label={t.raised}
        value={exception}
        options={names.map(name => ({ value: name, label: name }))}
        onChange={name => onChange(withTime(raise(types.find(each => each.name === name)!), behaviour.takes))}
      />
      <ValueField
        type={type ?? ANY}
        json={value}
        label={t.returnedValue}
        onChange={next => onChange({ ...behaviour, value: next })}
      />
    </>
  );
}

function raise(type: StructType): Behaviour {
  return { does: 'raise', exception: type.name, value: defaultJson(type) };
}

/** What a function does first that is told to do `choice`, and takes as long as before. */
function firstBehaviour(choice: Choice, method: Method, takes: number | undefined): Behaviour | undefined {
  const behaviour = plainestBehaviour(choice, method);
  return behaviour && withTime(behaviour, takes);
}

function plainestBehaviour(choice: Choice, method: Method): Behaviour | undefined {
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
