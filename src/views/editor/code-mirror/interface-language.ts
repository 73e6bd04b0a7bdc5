// The interface language in CodeMirror: colours and completion.
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { StreamLanguage, type StringStream } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { completionsAt } from '../../../idl/complete';
import { KEYWORDS } from '../../../idl/syntax';
import { isBuiltIn } from '../../../idl/type-names';
import { code } from './mount';

/** They are keywords where a name follows, and names elsewhere. */
const WORDS = new Set([...KEYWORDS, 'oneof', 'throws']);

/** Names are told apart by what follows them: a method's by its parenthesis, a member's by its colon. */
function token(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match(/^#.*/)) return 'comment';
  if (stream.match(/^@[\p{L}_]+/u)) return 'keyword';
  if (stream.match(/^-?\d+/)) return 'number';
  const name = stream.match(/^[\p{L}_][\p{L}\p{M}\p{N}_.]*/u);
  if (!name || name === true) {
    stream.next();
    return null;
  }
  if (stream.match(/^\s*\(/, false)) return 'variableName.function';
  if (stream.match(/^\s*\??:/, false)) return 'propertyName';
  if (WORDS.has(name[0]) && stream.match(/^\s+[\p{L}_]/u, false)) return 'keyword';
  return isBuiltIn(name[0]) ? 'typeName' : 'variableName';
}

function complete(context: CompletionContext): CompletionResult | null {
  const { from, options } = completionsAt(context.state.doc.toString(), context.pos);
  if (options.length === 0 || (from === context.pos && !context.explicit && !afterSign(context))) return null;
  return {
    from,
    options: options.map(({ label, kind }) => ({ label, type: kind })),
    validFor: /^[\p{L}\p{N}_]*$/u,
  };
}

/** Types and attributes are offered at once behind the sign that asks for one. */
function afterSign(context: CompletionContext): boolean {
  return context.matchBefore(/[:<@]\s*/) !== null;
}

export const interfaceLanguage: Extension = [
  code,
  StreamLanguage.define({ name: 'callscope-interface', token, languageData: { commentTokens: { line: '#' } } }),
  autocompletion({ override: [complete], icons: false }),
];
