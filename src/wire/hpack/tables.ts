// Where a field stands in the one address space of both tables. RFC 7541 §2.3.3.
import type { DynamicTable } from './dynamic-table';
import type { HeaderField } from './header-field';
import { STATIC_TABLE } from './static-table';

/** The lowest index of each name in the static table. Equal names stand side by side in it. */
const FIRST_OF_NAME: ReadonlyMap<string, number> = new Map(
  STATIC_TABLE.map(({ name }, i) => [name, i + 1] as const).reverse(),
);

/** The field at `index`, which counts from 1; undefined when there is none. */
export function fieldAt(table: DynamicTable, index: number): HeaderField | undefined {
  return index <= STATIC_TABLE.length ? STATIC_TABLE[index - 1] : table.entries[index - 1 - STATIC_TABLE.length];
}

/** Index of the field, static before dynamic and newer before older; 0 when neither table holds it. */
export function indexOfField(table: DynamicTable, name: string, value: string): number {
  const first = FIRST_OF_NAME.get(name);
  if (first !== undefined)
    for (let i = first - 1; STATIC_TABLE[i]?.name === name; i++) if (STATIC_TABLE[i].value === value) return i + 1;
  const { entries } = table;
  for (let i = 0; i < entries.length; i++)
    if (entries[i].name === name && entries[i].value === value) return i + 1 + STATIC_TABLE.length;
  return 0;
}

/** Index of a field with the name, static before dynamic and newer before older; 0 when neither table holds one. */
export function indexOfName(table: DynamicTable, name: string): number {
  const first = FIRST_OF_NAME.get(name);
  if (first !== undefined) return first;
  const i = table.entries.findIndex(entry => entry.name === name);
  return i < 0 ? 0 : i + 1 + STATIC_TABLE.length;
}
