// The kinds of field that the binary and the compact protocol both have, each its own.
import type { FieldKindId } from '../bytes/field-kind';

export interface ValueKinds {
  readonly struct: FieldKindId;
  readonly field: FieldKindId;
  readonly stop: FieldKindId;
  readonly bool: FieldKindId;
  readonly i8: FieldKindId;
  readonly i16: FieldKindId;
  readonly i32: FieldKindId;
  readonly i64: FieldKindId;
  readonly double: FieldKindId;
  readonly string: FieldKindId;
  readonly binary: FieldKindId;
  readonly list: FieldKindId;
  readonly set: FieldKindId;
  readonly map: FieldKindId;
  readonly pair: FieldKindId;
  readonly key: FieldKindId;
}

/** The code that ends a struct: 0 in both. */
export const STOP_CODE = 0;
