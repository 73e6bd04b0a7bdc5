// Annotated octets as an indented text, one line per field:
//
//     0000  336  request-line
//     0000    4    method  "POST"
import { type FieldNode, fieldChildren, rootFields } from '../wire/bytes/field-tree';
import { fieldValue } from '../wire/bytes/field-value';
import type { Pdu } from '../wire/bytes/pdu';

/** Values longer than this are cut. */
const LONGEST_VALUE = 70;

/** The field tree of `pdu`, and below it that of its content. Columns: offset in hex, octets, name and value. */
export function fieldTreeText(pdu: Pdu): string {
  const lines: string[] = [];
  const visit = (node: FieldNode, depth: number) => {
    const offset = node.start.toString(16).padStart(4, '0');
    const length = String(node.end - node.start).padStart(6);
    const value = node.leaf ? `  ${shown(fieldValue(node, pdu.bytes))}` : '';
    lines.push(`${offset}${length}  ${'  '.repeat(depth)}${node.name}${value}`);
    for (const child of fieldChildren(pdu.annotations, node)) visit(child, depth + 1);
  };
  for (const root of rootFields(pdu.annotations)) visit(root, 0);
  if (pdu.content) {
    lines.push(`  stands for ${pdu.content.bytes.length} bytes of ${pdu.content.format}:`);
    lines.push(...fieldTreeText(pdu.content).split('\n').slice(0, -1));
  }
  return lines.map(line => `${line}\n`).join('');
}

function shown(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}
