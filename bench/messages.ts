// The messages of the benchmark: a list of orders' items, as values of ours and as plain JavaScript.
import type { Type } from '../src/idl/types';
import { DOUBLE, INT, STRING } from '../src/idl/types';
import type { Value } from '../src/idl/value';

export type Size = 'small' | '1 kB' | '1 MB';

/** An item as a JavaScript programmer would hold it. */
export interface Item {
  readonly sku: string;
  readonly qty: number;
  readonly price: number;
}

const ITEM: Type = {
  kind: 'struct',
  name: 'Item',
  members: [
    { name: 'sku', type: STRING },
    { name: 'qty', type: INT },
    { name: 'price', type: DOUBLE },
  ],
};
export const ITEMS: Type = { kind: 'list', element: ITEM };

/** `count` items; prices have two decimals and are never whole, so that every library writes them as doubles. */
export function items(count: number): Item[] {
  return Array.from({ length: count }, (_, i) => ({ sku: `SKU-${i % 977}`, qty: i % 100, price: (i % 5000) + 0.25 }));
}

/** The same as a value of a call. */
export function itemsValue(list: readonly Item[]): Value {
  return list.map(item => new Map<string, Value>(Object.entries(item)));
}
