// One call: its method, and its arguments as a form or as JSON.
import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import type { Method, ServiceInterface } from '../../idl/types';
import type { CallFeatures } from '../../protocols/protocol';
import { argumentAt, argumentsNamed, newCall, withArgument } from '../../scenario/edit';
import type { ScenarioCall } from '../../scenario/scenario';
import { IconButton } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import styles from './Editor.module.css';
import { Checkbox, ProblemNote } from './Field';
import type { Path } from './problem-place';
import { texts } from './text';
import { useArgumentPointing } from './use-argument-pointing';
import { ValueField } from './ValueField';

const CallDetails = lazy(() => import('./CallDetails').then(module => ({ default: module.CallDetails })));

const ArgumentsEditor = lazy(() =>
  import('./code-mirror/ArgumentsEditor').then(module => ({ default: module.ArgumentsEditor })),
);

export interface CallFormProps {
  readonly number: number;
  readonly call: ScenarioCall;
  readonly service: ServiceInterface;
  /** What the protocol's calls can be. */
  readonly can: CallFeatures;
  /** Whether the call is one of a batch. */
  readonly batch: boolean;
  /** What is wrong with the part of the call at a path, if the run said so. */
  readonly problemAt: (path: Path) => string | undefined;
  readonly onChange: (call: ScenarioCall) => void;
  /** Absent for the only call. */
  readonly onRemove?: () => void;
}

export function CallForm({ number, call, service, can, batch, problemAt, onChange, onRemove }: CallFormProps) {
  const t = useTexts(texts);
  const [view, setView] = useState<'form' | 'json'>('form');
  const method = service.methods.find(({ name }) => name === call.method);
  const names = service.methods.map(({ name }) => ({ value: name, label: name }));
  const choose = (name: string) => onChange(newCall(service.methods.find(each => each.name === name)!));
  return (
    <section className={styles.call} aria-label={`${t.call(number)}: ${call.method}`}>
      <div className={styles.row}>
        <Select
          label={t.call(number)}
          value={call.method}
          options={method ? names : [{ value: call.method, label: call.method }, ...names]}
          onChange={choose}
        />
        {onRemove && <IconButton label={t.removeCall(number)} icon={<X size={16} />} onClick={onRemove} />}
      </div>
      {!method && <ProblemNote problem={t.methodGone(call.method)} />}
      {method && (
        <>
          {view === 'form' ? (
            <ArgumentsForm
              method={method}
              call={call}
              place={{ number, batch }}
              problemAt={problemAt}
              onChange={onChange}
            />
          ) : (
            <Suspense fallback={<p className={styles.hint}>{t.loading}</p>}>
              <ArgumentsEditor method={method} args={call.args} onChange={args => onChange({ ...call, args })} />
            </Suspense>
          )}
          <div className={styles.row}>
            <Segmented
              label={t.view}
              value={view}
              options={[
                { value: 'form', label: t.form },
                { value: 'json', label: t.json },
              ]}
              onChange={setView}
            />
            {(can.named || !Array.isArray(call.args)) && <Passing method={method} call={call} onChange={onChange} />}
          </div>
          {(can.oneway || call.oneway) && (
            <Checkbox
              label={t.oneway}
              checked={call.oneway === true}
              onChange={oneway => onChange({ method: call.method, args: call.args, ...(oneway && { oneway }) })}
            />
          )}
          {hasDetails(call, can) && (
            <Suspense fallback={<p className={styles.hint}>{t.loading}</p>}>
              <CallDetails call={call} can={can} problemAt={problemAt} onChange={onChange} />
            </Suspense>
          )}
        </>
      )}
    </section>
  );
}

/** What the protocol cannot carry is shown as long as the call has it: how else should it be taken away? */
function hasDetails({ metadata, deadline, cancelAfter }: ScenarioCall, can: CallFeatures): boolean {
  return can.metadata === true || can.givingUp === true || (metadata ?? deadline ?? cancelAfter) !== undefined;
}

interface ArgumentsProps {
  readonly method: Method;
  readonly call: ScenarioCall;
  readonly onChange: (call: ScenarioCall) => void;
}

function ArgumentsForm({
  method,
  call,
  place,
  problemAt,
  onChange,
}: ArgumentsProps & {
  readonly place: { readonly number: number; readonly batch: boolean };
  readonly problemAt: CallFormProps['problemAt'];
}) {
  const t = useTexts(texts);
  const { pointed, point } = useArgumentPointing(place.number - 1, place.batch);
  const { params } = method;
  if (params.length === 0) return <p className={styles.hint}>{t.noArguments}</p>;
  return params.map(({ name, type }, index) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus of the fields inside, not an interaction of its own.
    <div key={name} className={pointed(index) ? styles.pointed : undefined} onFocus={() => point(index)}>
      <ValueField
        type={type}
        json={argumentAt(params, call.args, index) ?? null}
        label={name}
        problem={problemAt(['args', index])}
        onChange={json => onChange({ ...call, args: withArgument(params, call.args, index, json) })}
      />
    </div>
  ));
}

function Passing({ method, call, onChange }: ArgumentsProps) {
  const t = useTexts(texts);
  if (method.params.length === 0) return null;
  const change = (passing: 'order' | 'name') =>
    onChange({ ...call, args: argumentsNamed(method, call.args, passing === 'name') });
  return (
    <Segmented
      label={t.passing}
      value={Array.isArray(call.args) ? 'order' : 'name'}
      options={[
        { value: 'order', label: t.byPosition },
        { value: 'name', label: t.byName },
      ]}
      onChange={change}
    />
  );
}
