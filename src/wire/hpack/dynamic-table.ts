// The dynamic table: the fields that both ends remember, newest first, within a maximum size. RFC 7541 §2.3.2, §4.
// A table is a value: what adds to it makes another, so that whoever shows a moment keeps the table of that moment.
import { type HeaderField, sizeOf } from './header-field';

/** A field that the table holds. `size` is in octets, 32 included. */
export interface TableEntry extends HeaderField {
  readonly size: number;
}

/** A table at a moment. Sizes are in octets as §4.1 counts them. */
export interface DynamicTable {
  /** Newest first: the first has the lowest index, 62: it follows on the static table. */
  readonly entries: readonly TableEntry[];
  readonly size: number;
  readonly maxSize: number;
}

/** Size that a connection begins with: SETTINGS_HEADER_TABLE_SIZE's initial value. RFC 9113 §6.5.2. */
export const INITIAL_TABLE_SIZE = 4096;

/** The table at the beginning of a connection. */
export const EMPTY_TABLE: DynamicTable = { entries: [], size: 0, maxSize: INITIAL_TABLE_SIZE };

/** `table` with one field more, and without the oldest that it has no room for. One that is too large empties it. §4.4. */
export function inserted(table: DynamicTable, name: string, value: string): DynamicTable {
  const { maxSize } = table;
  const size = sizeOf(name, value);
  if (size > maxSize) return { entries: [], size: 0, maxSize };
  const kept = evicted(table, maxSize - size);
  return { entries: [{ name, value, size }, ...kept.entries], size: kept.size + size, maxSize };
}

/** `table` with another maximum size. §4.3. */
export function resized(table: DynamicTable, maxSize: number): DynamicTable {
  return { ...evicted(table, maxSize), maxSize };
}

/** `table` without its oldest entries, so that it takes `room` octets at most. */
function evicted(table: DynamicTable, room: number): DynamicTable {
  let { size } = table;
  let count = table.entries.length;
  while (size > room) size -= table.entries[--count].size;
  return count === table.entries.length ? table : { ...table, entries: table.entries.slice(0, count), size };
}
