// Where things stand in a JSON text, by its syntax tree.
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** A node of CodeMirror's syntax trees. */
type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The first place where the text is not JSON. */
export function brokenRange(state: EditorState): Range {
  let found: Range | undefined;
  syntaxTree(state).iterate({
    enter: node => {
      if (node.type.isError) found ??= { from: node.from, to: node.to };
      return !found;
    },
  });
  return found ?? { from: 0, to: state.doc.length };
}

/** The value at the end of `path`, or the innermost one that is there. */
export function rangeOf(state: EditorState, path: readonly (string | number)[]): Range {
  let node = valuesIn(syntaxTree(state).topNode)[0];
  for (const key of path) {
    const next = node && (typeof key === 'number' ? valuesIn(node)[key] : memberOf(state, node, key));
    if (!next) break;
    node = next;
  }
  return node ? { from: node.from, to: node.to } : { from: 0, to: state.doc.length };
}

function memberOf(state: EditorState, object: SyntaxNode, key: string): SyntaxNode | undefined {
  for (const property of object.getChildren('Property')) {
    const name = property.getChild('PropertyName');
    if (name && textOf(state, name) === JSON.stringify(key)) return valuesIn(property)[0];
  }
  return undefined;
}

const VALUES = new Set(['True', 'False', 'Null', 'Number', 'String', 'Object', 'Array']);

function valuesIn(node: SyntaxNode): SyntaxNode[] {
  const values: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (VALUES.has(child.name)) values.push(child);
  return values;
}

function textOf(state: EditorState, { from, to }: Range): string {
  return state.doc.sliceString(from, to);
}
