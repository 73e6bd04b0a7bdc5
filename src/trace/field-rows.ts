// A field tree as the list of rows that are in sight, in columns: a list of 20 000 elements may be open, and only what is drawn becomes objects.
import { CONTENT_END, CONTENT_START, END, PARENT, START } from '../wire/bytes/annotations';
import { childRows, type FieldNode, type FieldPart, fieldNode } from '../wire/bytes/field-tree';
import { type Dissection, isWithin, type PlacedField, placed, type Span } from './dissection';
import { layerTone } from './tone';
import { textSpanOfRow } from './value-span';

/** One row of the tree. */
export interface FieldRow extends PlacedField {
  /** 0 for the outermost. */
  readonly depth: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
  /** The octets that a click on the row means: a closed field that holds a single text stands for that text. */
  readonly means: Span;
}

/** Whether the children of row `row` of layer `layer` are in sight. */
export type IsExpanded = (layer: number, row: number) => boolean;

const PARTS: readonly FieldPart[] = ['field', 'head', 'gap', 'tail'];
/** Integers per row: layer, row, part, start, end, depth. Positions are those of the layer's own PDU. */
const WIDTH = 6;

/** The rows in sight. */
export class FieldRows {
  private readonly cells: number[] = [];
  private readonly made = new Map<number, FieldRow>();

  constructor(
    private readonly dissection: Dissection,
    private readonly isExpanded: IsExpanded,
  ) {
    this.addChildren(0, -1, 0, dissection.bytes.length, 0);
  }

  get count(): number {
    return this.cells.length / WIDTH;
  }

  /** The row at place `index`: always the same object. */
  at(index: number): FieldRow {
    let row = this.made.get(index);
    if (!row) {
      row = this.make(index);
      this.made.set(index, row);
    }
    return row;
  }

  /** The place of a field, or of the smallest one around it that is in sight; -1 when there is none. */
  indexOf({ layer, node }: PlacedField): number {
    const { cells } = this;
    let best = -1;
    for (let i = 0; i < this.count; i++) {
      const cell = i * WIDTH;
      const start = cells[cell + 3];
      if (cells[cell] !== layer || start > node.start || cells[cell + 4] < node.end) continue;
      const part = PARTS[cells[cell + 2]];
      if (cells[cell + 1] === node.row && part === node.part && start === node.start) return i;
      if (part === 'field') best = i;
    }
    return best;
  }

  private make(index: number): FieldRow {
    const [layer, row, part, start, end, depth] = this.cells.slice(index * WIDTH, (index + 1) * WIDTH);
    const field = placed(this.dissection.layers[layer], layer, this.node(layer, row, PARTS[part], start, end));
    const expandable = field.node.part === 'field' && this.hasChildren(layer, field.node);
    const expanded = expandable && this.isExpanded(layer, row);
    const text = expandable && !expanded ? this.textOf(layer, field.node) : undefined;
    return { ...field, depth, expandable, expanded, means: text ?? { start: field.start, end: field.end } };
  }

  private node(layer: number, row: number, part: FieldPart, start: number, end: number): FieldNode {
    const node = fieldNode(this.dissection.layers[layer].annotations, row);
    if (part === 'field') return node;
    return { ...node, part, start, end, name: node.kind[part] ?? node.kind.name, leaf: true };
  }

  /** The single text in `node`, placed in the dissection, when all of it is there. Headers are whole lines. */
  private textOf(layer: number, node: FieldNode): Span | undefined {
    const shown = this.dissection.layers[layer];
    const text =
      node.leaf || layerTone(node.kind) !== 'document' ? undefined : textSpanOfRow(shown.annotations, node.row);
    if (!text || text.start === text.end || text.start < shown.start || text.end > shown.end) return undefined;
    const shift = shown.at - shown.start;
    return { start: text.start + shift, end: text.end + shift };
  }

  private hasChildren(layer: number, node: FieldNode): boolean {
    return !node.leaf || this.carriedBy(layer, node.row).length > 0;
  }

  /** The layers that lie on row `row`, a packet's payload. */
  private carriedBy(layer: number, row: number): number[] {
    const { layers } = this.dissection;
    if (layer > 0 || layers.length === 1) return [];
    const node = fieldNode(layers[0].annotations, row);
    return node.leaf ? layers.flatMap(({ at }, i) => (i > 0 && node.start <= at && at < node.end ? [i] : [])) : [];
  }

  private addChildren(layer: number, parent: number, contentStart: number, contentEnd: number, depth: number): void {
    const { annotations } = this.dissection.layers[layer];
    let at = contentStart;
    for (const row of childRows(annotations, parent)) {
      const start = annotations.get(row, START);
      if (parent >= 0) this.addPart(layer, parent, 'gap', at, start, depth);
      this.addField(layer, row, depth);
      at = annotations.get(row, END);
    }
    if (parent >= 0) this.addPart(layer, parent, 'gap', at, contentEnd, depth);
  }

  private addField(layer: number, row: number, depth: number): void {
    const shown = this.dissection.layers[layer];
    if (!isWithin(shown, row)) return;
    const { annotations } = shown;
    const [start, end] = [annotations.get(row, START), annotations.get(row, END)];
    this.cells.push(layer, row, 0, start, end, depth);
    if (!this.isExpanded(layer, row)) return;
    for (const carried of this.carriedBy(layer, row)) this.addChildren(carried, -1, 0, 0, depth + 1);
    if (fieldNode(annotations, row).leaf) return;
    const [contentStart, contentEnd] = [annotations.get(row, CONTENT_START), annotations.get(row, CONTENT_END)];
    this.addPart(layer, row, 'head', start, contentStart, depth + 1);
    this.addChildren(layer, row, contentStart, contentEnd, depth + 1);
    this.addPart(layer, row, 'tail', contentEnd, end, depth + 1);
  }

  private addPart(layer: number, row: number, part: FieldPart, start: number, end: number, depth: number): void {
    const shown = this.dissection.layers[layer];
    if (start < end && start < shown.end && end > shown.start)
      this.cells.push(layer, row, PARTS.indexOf(part), start, end, depth);
  }
}

/** The rows to open at first: the outermost, each header inside another, a packet's payload, and what is around the outermost values. */
export function firstExpanded(dissection: Dissection): ReadonlySet<number> {
  const open = new Set<number>();
  dissection.layers.forEach(({ annotations }, layer) => {
    const visit = (row: number): boolean => {
      const key = annotations.keyOf(row);
      const isList = key === 'args' || key === 'batch';
      if (key !== undefined && !isList) return true;
      const leads = childRows(annotations, row).map(visit).includes(true) || isList;
      const { kind } = fieldNode(annotations, row);
      const isHeader = kind.name === kind.format || kind.name === 'payload';
      if (leads || isHeader || annotations.get(row, PARENT) < 0) open.add(rowKey(layer, row));
      return leads;
    };
    childRows(annotations, -1).forEach(visit);
  });
  return open;
}

/** Names a row among all layers of a dissection. */
export function rowKey(layer: number, row: number): number {
  return layer * 2 ** 32 + row;
}
