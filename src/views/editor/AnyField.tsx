// A field for a value that brings its own type along: JSON as text.
import { useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { dynamicFromJson } from '../../idl/dynamic-json';
import type { Json } from '../../idl/json';
import { placeOf } from '../../idl/place';
import { ProblemError } from '../../problem/problem';
import styles from './Editor.module.css';
import { Field } from './Field';
import { prettyJson } from './pretty-json';
import { texts } from './text';
import { useDraft } from './use-draft';
import type { ValueFieldProps } from './value-field-props';

export function AnyField({ json, label, problem, aside, onChange }: Omit<ValueFieldProps, 'type'>) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const source = prettyJson(json);
  const [text, keep] = useDraft(source);
  const change = (typed: string) => {
    const reading = read(typed, label);
    if (!('json' in reading)) return keep(typed, source);
    keep(typed, prettyJson(reading.json));
    onChange(reading.json);
  };
  const reading = read(text, label);
  const wrong = 'json' in reading ? undefined : (sentence(reading.problem) ?? t.badJson);
  return (
    <Field
      label={label}
      hint={`any · ${t.anyHint}`}
      problem={wrong ?? problem}
      insteadOf={wrong && source}
      aside={aside}
    >
      {control => (
        <textarea
          {...control}
          className={styles.text}
          rows={2}
          spellCheck={false}
          value={text}
          onChange={event => change(event.target.value)}
        />
      )}
    </Field>
  );
}

type Reading = { readonly json: Json } | { readonly problem?: ProblemError['problem'] };

function read(text: string, label: string): Reading {
  try {
    const json: Json = JSON.parse(text);
    dynamicFromJson(json, placeOf([], label));
    return { json };
  } catch (error) {
    return error instanceof ProblemError ? { problem: error.problem } : {};
  }
}
