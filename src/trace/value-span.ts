// Where a value stands in a PDU: the octets of an argument or a result, without what is around them.
import { type Annotations, CONTENT_END, CONTENT_START, END, KIND, PARENT, START } from '../wire/bytes/annotations';
import { fieldKind } from '../wire/bytes/field-kind';
import { nextSibling, rowOfValuePath, type ValuePath } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';
import type { Span } from './dissection';

/** The octets of `pdu` that hold the value at `path`, or undefined when it is not there. */
export function valueSpan({ annotations }: Pdu, path: ValuePath): Span | undefined {
  const row = rowOfValuePath(annotations, path);
  return row < 0 ? undefined : valueSpanOfRow(annotations, row);
}

/** The octets of the first argument, or of the result: what a message is looked at for. Undefined when it carries no value. */
export function firstValueSpan(annotations: Annotations): Span | undefined {
  for (let row = 0; row < annotations.count; row++) {
    const key = annotations.keyOf(row);
    if (key !== undefined && key !== 'args' && key !== 'batch') return valueSpanOfRow(annotations, row);
  }
  return undefined;
}

/** The octets of the value that row `row` encodes: without its name, and without the marks around it where it is a single text. */
export function valueSpanOfRow(annotations: Annotations, row: number): Span {
  const { at, isText } = innermostValue(annotations, row);
  const start = annotations.get(at, isText ? CONTENT_START : START);
  return { start, end: annotations.get(at, isText ? CONTENT_END : END) };
}

/** The octets of the single text that row `row` holds, or undefined when it holds several things or none. */
export function textSpanOfRow(annotations: Annotations, row: number): Span | undefined {
  return innermostValue(annotations, row).isText ? valueSpanOfRow(annotations, row) : undefined;
}

/** The row that holds the value of `row` and no more: a value within a member, a text within its element. */
function innermostValue(annotations: Annotations, row: number): { at: number; isText: boolean } {
  let at = row;
  let part = onlyValuePart(annotations, at);
  while (part !== undefined && part !== 'several' && annotations.keyOf(part) === undefined) {
    at = part;
    part = onlyValuePart(annotations, at);
  }
  return { at, isText: part === undefined && fieldKind(annotations.get(at, KIND)).role !== 'group' };
}

/**
 * The only child of `row` that is part of the value, leaving aside its name, escapes and white space. Stops at the second: a list may
 * have many thousands.
 */
function onlyValuePart(annotations: Annotations, row: number): number | 'several' | undefined {
  let only: number | undefined;
  for (
    let at = row + 1;
    at < annotations.count && annotations.get(at, PARENT) === row;
    at = nextSibling(annotations, at)
  ) {
    const { role } = fieldKind(annotations.get(at, KIND));
    if (role === 'name' || role === 'whitespace' || role === 'tag') continue;
    if (only !== undefined) return 'several';
    only = at;
  }
  return only;
}
