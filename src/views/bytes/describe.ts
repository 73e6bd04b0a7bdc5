// A field in a few words for the status line and for screen readers.
import { formatOffset } from '../../i18n/format';
import { type Dissection, fieldOf, type Span } from '../../trace/dissection';
import { visibleText } from '../../trace/visible-text';
import { fieldValue } from '../../wire/bytes/field-value';
import type { texts } from './text';

/** Longer values are cut. */
const LONGEST = 80;

/** `methodName fun_add, bytes 0x00c3 to 0x00c9`. */
export function describeField(dissection: Dissection, span: Span, t: (typeof texts)['en']): string {
  const field = fieldOf(dissection, span);
  const place = t.range(`0x${formatOffset(span.start)}`, `0x${formatOffset(span.end - 1)}`);
  if (!field) return place;
  return `${field.node.name} ${field.node.leaf ? shortValue(dissection, field) : ''}, ${place}`;
}

/** What a field holds, cut to a line. */
export function shortValue(dissection: Dissection, field: ReturnType<typeof fieldOf> & object): string {
  const end = Math.min(field.end, field.start + LONGEST * 4);
  const value = visibleText(String(fieldValue({ ...field.node, start: field.start, end }, dissection.bytes)));
  const characters = [...value];
  return characters.length <= LONGEST && end === field.end ? value : `${characters.slice(0, LONGEST).join('')}…`;
}
