// A header block before and after its compression. RFC 7541 §1.3.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { DynamicTable } from '../../wire/hpack/dynamic-table';
import type { HeaderField } from '../../wire/hpack/header-field';
import { type EncodingPolicy, writeHeaderBlock } from '../../wire/hpack/write-header-block';

export interface Block {
  readonly fields: readonly HeaderField[];
  readonly policy: EncodingPolicy;
}

/** A block as it is when the dynamic table is `before`; it leaves the table `after`. */
export interface Compressed {
  readonly octets: ByteWriter;
  readonly before: DynamicTable;
  readonly after: DynamicTable;
}

/** Compresses `block` with what `table` holds. */
export function compressed({ fields, policy }: Block, table: DynamicTable): Compressed {
  const octets = new ByteWriter();
  return { octets, before: table, after: writeHeaderBlock(octets, fields, table, policy) };
}
