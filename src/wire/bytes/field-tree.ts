// Fields as a tree, made from the columns when somebody looks: nodes, leaves, the innermost field at an octet, and the value path.
import { type Annotations, CONTENT_END, CONTENT_START, END, KIND, PARENT, START } from './annotations';
import { type FieldKind, fieldKind } from './field-kind';

/**
 * The route from a call to a part of its values: `['args', 0, 'street']`, `['result']`. Arguments that are passed by name have their
 * names: `['args', 'a']`. In a batch the message's position comes first: `['batch', 0, 'args', 1]`; in the reply to it, the position
 * of the response, which differs from the call's where notifications have none: `['batch', 0, 'result']`.
 */
export type ValuePath = readonly (string | number)[];

/** Which part of its row a node is: the field itself, or a leaf that the group owns. */
export type FieldPart = 'field' | 'head' | 'gap' | 'tail';

/** One field as the views show it. `[start, end)` are octets of the message. */
export interface FieldNode {
  /** Row of the annotations; with `part` and `start` it identifies the node. */
  readonly row: number;
  readonly part: FieldPart;
  readonly start: number;
  readonly end: number;
  readonly kind: FieldKind;
  /** The name to show: the kind's, or that of its head, gap or tail. */
  readonly name: string;
  readonly leaf: boolean;
}

/** The outermost fields. */
export function rootFields(annotations: Annotations): FieldNode[] {
  return childRows(annotations, -1).map(row => fieldNode(annotations, row));
}

/** The node of row `row`. */
export function fieldNode(annotations: Annotations, row: number): FieldNode {
  const kind = fieldKind(annotations.get(row, KIND));
  return {
    row,
    part: 'field',
    start: annotations.get(row, START),
    end: annotations.get(row, END),
    kind,
    name: kind.name,
    leaf: isLeaf(annotations, row),
  };
}

/** The parts that tile `node`: head, children and the gaps between them, content, tail. Empty for a leaf. */
export function fieldChildren(annotations: Annotations, node: FieldNode): FieldNode[] {
  if (node.part !== 'field' || node.leaf) return [];
  const { row, kind } = node;
  const contentStart = annotations.get(row, CONTENT_START);
  const contentEnd = annotations.get(row, CONTENT_END);
  const nodes: FieldNode[] = [];
  const own = (part: FieldPart, start: number, end: number, name: string | undefined) => {
    if (start < end) nodes.push({ row, part, start, end, kind, name: name ?? kind.name, leaf: true });
  };
  own('head', node.start, contentStart, kind.head);
  let at = contentStart;
  for (const child of childRows(annotations, row)) {
    const next = fieldNode(annotations, child);
    own('gap', at, next.start, kind.gap);
    nodes.push(next);
    at = next.end;
  }
  own('gap', at, contentEnd, kind.gap);
  own('tail', contentEnd, node.end, kind.tail);
  return nodes;
}

/** Every leaf field, in the order of the octets. Makes one node per leaf: for checks and small messages, not for drawing large ones. */
export function leafFields(annotations: Annotations): FieldNode[] {
  const leaves: FieldNode[] = [];
  const visit = (node: FieldNode) => {
    if (node.leaf) leaves.push(node);
    else fieldChildren(annotations, node).forEach(visit);
  };
  rootFields(annotations).forEach(visit);
  return leaves;
}

/** The leaf field that octet `at` belongs to, found by bisection, or undefined outside the message. */
export function leafAt(annotations: Annotations, at: number): FieldNode | undefined {
  const last = innermostRow(annotations, at);
  let row = last;
  let before = -1;
  while (row >= 0 && at >= annotations.get(row, END)) {
    before = row;
    row = annotations.get(row, PARENT);
  }
  if (row < 0) return undefined;
  const node = fieldNode(annotations, row);
  return node.leaf ? node : ownPartAt(annotations, node, at, before, last + 1);
}

/** The head, gap or tail of `node` at octet `at`, between the child `before` (-1: none) and the row `next`, which may be its next child. */
function ownPartAt(annotations: Annotations, node: FieldNode, at: number, before: number, next: number): FieldNode {
  const { row, kind } = node;
  const contentStart = annotations.get(row, CONTENT_START);
  const contentEnd = annotations.get(row, CONTENT_END);
  const part = (part: FieldPart, start: number, end: number, name = kind.name): FieldNode => ({
    row,
    part,
    start,
    end,
    kind,
    name,
    leaf: true,
  });
  if (at < contentStart) return part('head', node.start, contentStart, kind.head);
  if (at >= contentEnd) return part('tail', contentEnd, node.end, kind.tail);
  const hasNext = next < annotations.count && annotations.get(next, PARENT) === row;
  const start = before < 0 ? contentStart : annotations.get(before, END);
  return part('gap', start, hasNext ? annotations.get(next, START) : contentEnd, kind.gap);
}

/** The part of the call's values that row `row` encodes: the keys from the outermost field to it. Empty when it encodes none. */
export function valuePathOf(annotations: Annotations, row: number): ValuePath {
  const path: (string | number)[] = [];
  for (let at = row; at >= 0; at = annotations.get(at, PARENT)) {
    const key = annotations.keyOf(at);
    if (key !== undefined) path.unshift(key);
  }
  return path;
}

/** The rows that enclose row `row`, outermost first, itself last. */
export function ancestorRows(annotations: Annotations, row: number): number[] {
  const rows: number[] = [];
  for (let at = row; at >= 0; at = annotations.get(at, PARENT)) rows.unshift(at);
  return rows;
}

/** The first row whose value path equals `path`, or -1. */
export function rowOfValuePath(annotations: Annotations, path: ValuePath): number {
  for (let row = 0; row < annotations.count; row++) {
    if (annotations.keyOf(row) !== path[path.length - 1]) continue;
    const candidate = valuePathOf(annotations, row);
    if (candidate.length === path.length && candidate.every((key, i) => key === path[i])) return row;
  }
  return -1;
}

function isLeaf(annotations: Annotations, row: number): boolean {
  const hasChild = row + 1 < annotations.count && annotations.get(row + 1, PARENT) === row;
  return (
    !hasChild &&
    annotations.get(row, START) === annotations.get(row, CONTENT_START) &&
    annotations.get(row, END) === annotations.get(row, CONTENT_END)
  );
}

/** Rows directly inside `parent` (-1 for the outermost). Rows are in pre-order, so a subtree is skipped by its end. */
export function childRows(annotations: Annotations, parent: number): number[] {
  const rows: number[] = [];
  let row = parent + 1;
  while (row < annotations.count && annotations.get(row, PARENT) === parent) {
    rows.push(row);
    row = nextSibling(annotations, row);
  }
  return rows;
}

/** The first row after the subtree of `row`: bisected by where the field ends, then past empty fields that end there too. */
export function nextSibling(annotations: Annotations, row: number): number {
  const parent = annotations.get(row, PARENT);
  let at = firstRowFrom(annotations, annotations.get(row, END), row + 1);
  while (at < annotations.count && annotations.get(at, PARENT) > parent) at++;
  return at;
}

/** The last row that starts at or before octet `at`. */
function innermostRow(annotations: Annotations, at: number): number {
  return firstRowFrom(annotations, at + 1, 0) - 1;
}

/** The first row at or after `low` that starts at octet `start` or later. Rows are in pre-order, so starts ascend. */
function firstRowFrom(annotations: Annotations, start: number, low: number): number {
  let high = annotations.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (annotations.get(middle, START) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
