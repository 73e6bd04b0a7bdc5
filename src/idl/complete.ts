// What can be written at a place of an interface's text.
import { ATTRIBUTES } from './attributes';
import { readInterface } from './parse';
import { KEYWORDS } from './syntax';
import { type Token, tokenize } from './tokens';
import { GENERIC_NAMES, SCALAR_NAMES } from './type-names';

/** One thing that can be written. 'class' is a type that the interface declares. */
interface Completion {
  readonly label: string;
  readonly kind: 'type' | 'class' | 'keyword';
}

/** What can replace the text from `from` up to the place asked about. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** The completions at `offset`: types where a type stands, keywords where a declaration begins, else none. */
export function completionsAt(text: string, offset: number): Completions {
  const before = tokenize(text.slice(0, offset), []).slice(0, -1);
  const last = before.at(-1);
  const typing = last?.kind === 'name' && last.end === offset ? before.pop() : undefined;
  // A name stands where one is asked for, so that what follows can be read.
  const whole = typing ? text : `${text.slice(0, offset)}_ ${text.slice(offset)}`;
  return { from: typing?.start ?? offset, options: optionsAfter(before, whole) };
}

function optionsAfter(before: readonly Token[], text: string): readonly Completion[] {
  const [previous, last] = [before.at(-2)?.text, before.at(-1)?.text];
  const bracket = openBracket(before);
  if (last === '@') return completions(ATTRIBUTES, 'keyword');
  if (last === '<' || (last === ',' && bracket === '<')) return typesOf(text);
  if (last === ':') {
    const more = previous === ')' ? ['void', 'stream'] : bracket === '(' ? ['stream'] : [];
    return [...typesOf(text), ...completions(more, 'keyword')];
  }
  if (bracket !== undefined || KEYWORDS.includes(last ?? '')) return [];
  if (isThrowing(before)) return completions(namesOf(readInterface(text).exceptions), 'class');
  return completions(keywordsAfter(before), 'keyword');
}

function typesOf(text: string): readonly Completion[] {
  const { enums, structs } = readInterface(text);
  const scalars = SCALAR_NAMES.filter(name => name !== 'void');
  return [
    ...completions([...scalars, ...GENERIC_NAMES], 'type'),
    ...completions(namesOf([...structs, ...enums]), 'class'),
  ];
}

/** The innermost bracket that is open behind `before`. */
function openBracket(before: readonly Token[]): string | undefined {
  const open: string[] = [];
  for (const { text } of before) {
    if ('({<'.includes(text)) open.push(text);
    else if (')}>'.includes(text)) open.pop();
  }
  return open.at(-1);
}

/** Whether the name of an exception is to come: behind `throws`, or a comma outside all brackets. */
function isThrowing(before: readonly Token[]): boolean {
  const last = before.at(-1)?.text;
  return last === 'throws' || last === ',';
}

/** A declaration begins; or a method goes on, if the last bracket that was closed is one's. */
function keywordsAfter(before: readonly Token[]): readonly string[] {
  const [first, ...others] = KEYWORDS;
  if (before.length === 0) return [...others, first];
  const closed = before.findLast(({ text }) => text === ')' || text === '}');
  return closed?.text === ')' ? [...others, 'throws'] : others;
}

function namesOf(named: readonly { readonly name: string }[]): string[] {
  return named.map(({ name }) => name);
}

function completions(labels: readonly string[], kind: Completion['kind']): Completion[] {
  return labels.map(label => ({ label, kind }));
}
