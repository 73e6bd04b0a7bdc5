// Light colouring of short source texts: comments, strings, numbers and keywords, told apart by one expression for each language.
// Simplified: no grammar stands behind it; what is inside a template literal's braces is coloured as part of the string.
import type { SourceText } from '../../protocols/protocol';

export interface Token {
  readonly kind: 'comment' | 'string' | 'number' | 'keyword' | 'plain';
  readonly text: string;
}

type Language = SourceText['language'];

const KEYWORDS: Readonly<Record<Language, string>> = {
  // The Python Language Reference §2.3.1.
  python:
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield',
  // ECMA-262 §12.7.2, with the contextual ones that read as keywords.
  javascript:
    'async await break case catch class const continue debugger default delete do else export extends false finally for from function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield',
  // The Java Language Specification §3.9, without those that no program here has.
  java: 'boolean break byte case catch class double else extends false final finally for if implements import instanceof int interface long new null private public return short static super switch this throw throws true try var void while',
  idl: 'any boolean bytes datetime double int interface list long map oneway optional service string struct void',
};

const NUMBER = String.raw`\b(?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)n?\b`;
const QUOTED = String.raw`"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?`;

const COMMENT: Readonly<Record<Language, string>> = {
  python: '#.*',
  javascript: String.raw`\/\/.*|\/\*[\s\S]*?(?:\*\/|$)`,
  java: String.raw`\/\/.*|\/\*[\s\S]*?(?:\*\/|$)`,
  idl: '\\/\\/.*|#.*',
};

const STRING: Readonly<Record<Language, string>> = {
  python: String.raw`\b[rbfuRBFU]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$))|\b[rbfuRBFU]{1,2}(?:${QUOTED})|"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|${QUOTED}`,
  javascript: `${QUOTED}|${String.raw`\`(?:\\.|[^\`\\])*\`?`}`,
  java: QUOTED,
  idl: QUOTED,
};

/** The lines of `text`, each as its tokens from left to right. Joined again they are the text. */
export function tokenLines(text: string, language: Language): readonly (readonly Token[])[] {
  const keyword = `\\b(?:${KEYWORDS[language].replaceAll(' ', '|')})\\b`;
  const pattern = new RegExp(
    `(?<comment>${COMMENT[language]})|(?<string>${STRING[language]})|(?<number>${NUMBER})|(?<keyword>${keyword})`,
    'g',
  );
  const lines: Token[][] = [[]];
  const add = (kind: Token['kind'], part: string) => {
    part.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines[lines.length - 1].push({ kind, text: piece });
    });
  };
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    add('plain', text.slice(end, found.index));
    add(kindOf(found.groups!), found[0]);
    end = found.index + found[0].length;
  }
  add('plain', text.slice(end));
  return lines;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token['kind'] {
  const kinds = ['comment', 'string', 'number', 'keyword'] as const;
  return kinds.find(kind => groups[kind] !== undefined)!;
}
