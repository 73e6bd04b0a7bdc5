// Which fields must be there. doc/specs/idl.md of Apache Thrift, "Field Requiredness".
import { type ProblemError, problem } from '../../problem/problem';
import type { ThriftField, ThriftFields, ThriftStruct, ThriftValue } from './schema';

/** Whether the field has a value to write. Throws `thrift.field-not-set` when it lacks one and is required. */
export function isWritten(
  struct: ThriftStruct,
  field: ThriftField,
  value: ThriftValue | undefined,
): value is Exclude<ThriftValue, null> {
  if (value !== undefined && value !== null) return true;
  if (field.requiredness === 'required') throw notSet(struct, field);
  return false;
}

/** Throws `thrift.field-not-set`, at the struct's last octet `offset`, when a required field has not come. */
export function checkRequired(struct: ThriftStruct, fields: ThriftFields, offset: number): void {
  for (const field of struct.fields)
    if (field.requiredness === 'required' && !fields.has(field.name)) throw notSet(struct, field, offset);
}

function notSet(struct: ThriftStruct, field: ThriftField, offset?: number): ProblemError {
  return problem('thrift.field-not-set', { struct: struct.name, field: field.name }, { offset });
}
