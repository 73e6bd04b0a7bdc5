// JSON as a person would lay it out: what fits a line stands on one.
import { isJsonObject, type Json } from '../../idl/json';

/** `json` as text, two blanks for each level; arrays and objects that fit `width` characters are not broken. */
export function prettyJson(json: Json, width = 48): string {
  return layOut(json, '', width);
}

function layOut(json: Json, indent: string, width: number): string {
  const parts = partsOf(json, indent, width);
  if (!parts || parts.items.length === 0) return JSON.stringify(json);
  const line = `${parts.open}${parts.items.join(', ')}${parts.close}`;
  if (line.length + indent.length <= width && !line.includes('\n')) return line;
  const inner = `${indent}  `;
  return `${parts.open.trim()}\n${parts.items.map(item => inner + item).join(',\n')}\n${indent}${parts.close.trim()}`;
}

function partsOf(json: Json, indent: string, width: number) {
  const inner = `${indent}  `;
  if (Array.isArray(json))
    return { open: '[', items: json.map((item: Json) => layOut(item, inner, width)), close: ']' };
  if (!isJsonObject(json)) return undefined;
  const items = Object.entries(json).map(([key, item]) => `${JSON.stringify(key)}: ${layOut(item, inner, width)}`);
  return { open: '{ ', items, close: ' }' };
}
