// What the octets of a message are spent on: the values themselves, or one of the things that a format needs to carry them.
import { layerTone } from '../trace/tone';
import { type FieldNode, leafFields, type ValuePath, valuePathOf } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';

/** In the order in which a budget is told. `headers` are those of the protocols around the document, such as HTTP's. */
export const BUDGET_PARTS = ['headers', 'tags', 'names', 'lengths', 'values', 'padding'] as const;
export type BudgetPart = (typeof BUDGET_PARTS)[number];

/** Octets `[start, end)` of a message that are spent on one thing. */
export interface Stretch {
  readonly part: BudgetPart;
  readonly start: number;
  readonly end: number;
  /** The argument or the result that a value is, or belongs to: `['args', 0]`. */
  readonly value?: ValuePath;
}

/**
 * What each octet of `pdu` is spent on, in order and without gaps. Arguments have the index of their parameter even where they are passed by
 * name: `parameters` are those names, in order.
 */
export function stretchesOf({ annotations }: Pdu, parameters: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const leaf of leafFields(annotations)) {
    const path = valuePathOf(annotations, leaf.row);
    const part = partOf(leaf, path.length > 0);
    const value = part === 'values' ? outermost(path, parameters) : undefined;
    const last = found.at(-1);
    if (last?.part === part && sameValue(last.value, value)) found[found.length - 1] = { ...last, end: leaf.end };
    else found.push({ part, start: leaf.start, end: leaf.end, ...(value && { value }) });
  }
  return found;
}

/** The argument or the result that `path` leads into. */
function outermost([what, argument]: ValuePath, parameters: readonly string[]): ValuePath {
  if (what !== 'args') return [what];
  const index = parameters.indexOf(String(argument));
  return [what, typeof argument === 'string' && index >= 0 ? index : argument];
}

/** How many octets each part takes. Parts that take none are there too. */
export function budgetOf(stretches: readonly Stretch[]): Readonly<Record<BudgetPart, number>> {
  const budget = Object.fromEntries(BUDGET_PARTS.map(part => [part, 0])) as Record<BudgetPart, number>;
  for (const { part, start, end } of stretches) budget[part] += end - start;
  return budget;
}

/** Brackets, commas, quotes and XML's tags are heads, gaps and tails of the fields that they enclose. A gap without a name is content. */
function partOf({ kind, part }: FieldNode, isInValue: boolean): BudgetPart {
  if (layerTone(kind) !== 'document') return 'headers';
  if (part === 'head' || part === 'tail' || (part === 'gap' && kind.gap !== undefined)) return 'tags';
  switch (kind.role) {
    case 'name':
      return 'names';
    case 'length':
    case 'checksum':
      return 'lengths';
    case 'padding':
    case 'whitespace':
      return 'padding';
    case 'value':
      return isInValue ? 'values' : 'tags';
    default:
      return 'tags';
  }
}

function sameValue(a: ValuePath | undefined, b: ValuePath | undefined): boolean {
  return a?.length === b?.length && (a ?? []).every((key, index) => key === b?.[index]);
}
