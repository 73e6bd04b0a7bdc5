// Reads a .thrift file with the parser of @creditkarma/thrift-parser.
import { createParser, createScanner, type ThriftDocument, type ThriftError } from '@creditkarma/thrift-parser';
import { syntaxFault } from '../syntax-fault';

/** `namespace xsd test (uri = '…')` */
const ANNOTATED_NAMESPACE = /^(\s*namespace\s+[\w.*]+\s+[\w.]+)(\s*\([^)\n]*\))/gm;

/** What the parser does not know, put so that it does, at the same place: `namespace * name`, what concerns C++ alone, semicolons. */
const UNKNOWN_TO_PARSER: readonly (readonly [RegExp, string])[] = [
  [/^(\s*namespace\s+)\*/gm, '$1_'],
  [/^(\s*)cpp_include(\s+(?:"[^"]*"|'[^']*'))/gm, '$1include    $2'],
  [/^(\s*(?:namespace|include|typedef)\s[^;\n#/]*);/gm, '$1 '],
];

/** The declarations of the file in their order. Throws `import.syntax`. */
export function parseThrift(text: string): ThriftDocument {
  const report = ({ loc, message }: Pick<ThriftError, 'message'> & Partial<ThriftError>) => {
    // Where the very first word is wrong, the parser fails to say so.
    throw loc
      ? syntaxFault(text, loc.start.index, message)
      : syntaxFault(text, 0, 'no statement of Thrift begins here');
  };
  let source = text;
  for (const [pattern, replacement] of UNKNOWN_TO_PARSER) source = source.replace(pattern, replacement);
  source = source.replace(
    ANNOTATED_NAMESPACE,
    (_, namespace, annotations) => namespace + ' '.repeat(annotations.length),
  );
  // A comment that ends with the file would never end.
  const tokens = createScanner(`${source}\n`, report).scan();
  return createParser(tokens, report).parse();
}

/** The lines of namespaces with annotations, which the parser does not know. */
export function annotatedNamespaces(text: string): number[] {
  const matches = [...text.matchAll(ANNOTATED_NAMESPACE)];
  return matches.map(({ index, 0: whole }) => text.slice(0, index + whole.length).split('\n').length);
}
