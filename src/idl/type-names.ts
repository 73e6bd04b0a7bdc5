// The names of types that the interface language has itself.
import type { ScalarKind } from './types';

/** The scalar types: first those that an interface usually needs. */
export const SCALAR_NAMES: readonly ScalarKind[] = [
  'boolean',
  'int',
  'long',
  'double',
  'string',
  'bytes',
  'datetime',
  'any',
  'byte',
  'short',
  'uint',
  'ulong',
  'float',
  'void',
];

/** Types made of other types in angle brackets. */
export const GENERIC_NAMES: readonly string[] = ['list', 'map', 'set'];

/** Whether no declared type can have this name. */
export function isBuiltIn(name: string): boolean {
  return name === 'stream' || GENERIC_NAMES.includes(name) || SCALAR_NAMES.some(kind => kind === name);
}
