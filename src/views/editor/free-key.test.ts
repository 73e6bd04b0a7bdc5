import { expect, it } from 'vitest';
import type { KeyType } from '../../idl/types';
import { freeKey } from './free-key';

function free(type: KeyType, ...taken: string[]): string | undefined {
  return freeKey(type, key => taken.includes(key));
}

it('is the first that is not taken', () => {
  expect(free({ kind: 'string' }, 'key1')).toBe('key2');
  expect(free({ kind: 'ulong' }, '1', '3')).toBe('2');
});

it('is a member of the enum as long as there is one, then the number of none', () => {
  const color: KeyType = { kind: 'enum', name: 'Color', members: [{ name: 'RED', number: 1 }] };
  expect(free(color)).toBe('RED');
  expect(free(color, 'RED')).toBe('2');
});

it('comes to an end', () => {
  expect(free({ kind: 'boolean' }, 'true', 'false')).toBeUndefined();
  expect(freeKey({ kind: 'byte' }, key => Number(key) > 0)).toBeUndefined();
});
