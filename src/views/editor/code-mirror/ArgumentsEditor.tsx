// The arguments of a call as JSON.
import { json as jsonLanguage } from '@codemirror/lang-json';
import type { EditorView } from '@codemirror/view';
import { useTexts } from '../../../i18n/locale';
import { useProblemSentence } from '../../../i18n/use-problem-sentence';
import type { Json } from '../../../idl/json';
import { argumentsFromJson } from '../../../idl/json-value';
import type { Method } from '../../../idl/types';
import { type Problem, ProblemError } from '../../../problem/problem';
import type { ScenarioCall } from '../../../scenario/scenario';
import styles from '../Editor.module.css';
import { ProblemNote } from '../Field';
import { prettyJson } from '../pretty-json';
import { texts } from '../text';
import { useDraft } from '../use-draft';
import { useWrongInput } from '../wrong-input';
import { brokenRange, rangeOf } from './json-range';
import { code } from './mount';
import { focusEditor, useCodeEditor } from './use-code-editor';

type Arguments = ScenarioCall['args'];

export interface ArgumentsEditorProps {
  readonly method: Method;
  readonly args: Arguments;
  /** Called with arguments that fit the method only. */
  readonly onChange: (args: Arguments) => void;
}

/** Arguments, or a problem with their values, or else text that is not JSON at all. */
type Reading = { readonly args: Arguments } | { readonly problem: Problem } | { readonly broken: true };

const language = [code, jsonLanguage()];

export function ArgumentsEditor({ method, args, onChange }: ArgumentsEditorProps) {
  const t = useTexts(texts);
  const sentence = useProblemSentence();
  const source = prettyJson(args);
  const [text, keep] = useDraft(source);
  const reading = read(method, text);
  const wrong = 'broken' in reading ? t.badJson : 'problem' in reading ? sentence(reading.problem) : undefined;
  const diagnose = ({ state }: EditorView) => {
    if (!wrong) return [];
    const range = 'problem' in reading ? rangeOf(state, pathInText(reading.problem, method, text)) : brokenRange(state);
    return [{ ...range, severity: 'error' as const, message: wrong }];
  };
  const change = (typed: string) => {
    const next = read(method, typed);
    keep(typed, 'args' in next ? prettyJson(next.args) : source);
    if ('args' in next) onChange(next.args);
  };
  const label = t.argumentsAsJson(method.name);
  const host = useCodeEditor({ text, label, language, diagnose, onChange: change });
  useWrongInput(wrong !== undefined, label, undefined, () => focusEditor(host.current));
  return (
    <div className={styles.stack}>
      <div ref={host} className={styles.code} />
      <ProblemNote problem={wrong} />
    </div>
  );
}

function read(method: Method, text: string): Reading {
  try {
    const args: Json = JSON.parse(text);
    if (typeof args !== 'object' || args === null) return { broken: true };
    argumentsFromJson(method, args);
    return { args };
  } catch (error) {
    return error instanceof ProblemError ? { problem: error.problem } : { broken: true };
  }
}

/** The path of a problem begins with `args` and the index of the parameter; arguments by name are found by it. */
function pathInText({ at }: Problem, { params }: Method, text: string): readonly (string | number)[] {
  const [index, ...rest] = at?.path?.slice(1) ?? [];
  if (index === undefined) return [];
  const byName = text.trimStart().startsWith('{') && typeof index === 'number';
  return [byName ? params[index].name : index, ...rest];
}
