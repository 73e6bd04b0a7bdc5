// The messages of the benchmark of binary formats: one small struct; some records; five thousand records and two long texts.

/** A struct of three fields. */
export interface Item {
  readonly sku: string;
  readonly qty: number;
  readonly price: number;
}

/** A struct of ten fields of most types, which takes some 200 octets. */
export interface Entry {
  readonly id: number;
  readonly name: string;
  readonly city: string;
  readonly delta: number;
  readonly price: number;
  readonly paid: boolean;
  readonly note: string;
  readonly small: number;
  readonly total: bigint;
  readonly sku: string;
}

export interface Batch {
  readonly head: string;
  readonly entries: readonly Entry[];
  readonly tail: string;
}

export const ITEM: Item = { sku: 'SKU-1', qty: 2, price: 9.99 };

/** Batches by the size of their messages. */
export const BATCHES: Readonly<Record<'1 kB' | '1 MB', Batch>> = {
  '1 kB': { head: 'head', entries: entries(5), tail: 'tail' },
  '1 MB': { head: text(100_000), entries: entries(5000), tail: text(100_000) },
};

function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => ({
    id: i,
    name: `customer ${i % 977}`,
    city: `city of residence ${i % 101}`,
    delta: -i * 1000,
    price: (i % 5000) + 0.25,
    paid: i % 2 === 0,
    note: `to be delivered before noon, please ring twice ${i}`,
    small: i % 300,
    total: BigInt(i) * 1_000_000_007n,
    sku: `SKU-${i % 977}-${i}`,
  }));
}

function text(length: number): string {
  return Array.from({ length: length / 8 }, (_, i) => `${String(i).padStart(7, '0')},`).join('');
}
