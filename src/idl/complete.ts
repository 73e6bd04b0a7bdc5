// What can be written at a place of an interface's text.
import { readInterface, SCALAR_NAMES } from './parse';
import { type Token, tokenize } from './tokens';

/** One thing that can be written. */
interface Completion {
  readonly label: string;
  readonly kind: 'type' | 'struct' | 'keyword';
}

/** What can replace the text from `from` up to the place asked about. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

const GENERICS = ['list', 'map'];

/** The completions at `offset`: types where a type stands, keywords where a declaration begins, else none. */
export function completionsAt(text: string, offset: number): Completions {
  const before = tokenize(text.slice(0, offset), []).slice(0, -1);
  const last = before.at(-1);
  const typing = last?.kind === 'name' && last.end === offset ? before.pop() : undefined;
  return { from: typing?.start ?? offset, options: optionsAfter(before, text) };
}

function optionsAfter(before: readonly Token[], text: string): readonly Completion[] {
  const [previous, sign] = [before.at(-2), before.at(-1)];
  if (sign?.text === '<') return typesOf(text, false);
  if (sign?.text === ':') return typesOf(text, previous?.text === ')');
  return atDeclaration(before) ? [keyword('struct'), keyword('oneway')] : [];
}

function typesOf(text: string, result: boolean): readonly Completion[] {
  const scalars = SCALAR_NAMES.filter(name => result || name !== 'void');
  return [
    ...[...scalars, ...GENERICS].map(label => ({ label, kind: 'type' }) as const),
    ...readInterface(text).structs.map(({ name }) => ({ label: name, kind: 'struct' }) as const),
  ];
}

/** Outside all brackets, and behind a whole declaration or none. */
function atDeclaration(before: readonly Token[]): boolean {
  let depth = 0;
  for (const { text } of before) {
    if ('({'.includes(text)) depth++;
    else if (')}'.includes(text)) depth--;
  }
  const last = before.at(-1);
  const isKeyword = last?.text === 'struct' || last?.text === 'oneway';
  return depth === 0 && !isKeyword;
}

function keyword(label: string): Completion {
  return { label, kind: 'keyword' };
}
