// Keys of maps. In memory and in JSON they are texts: `-5`, `true`, the name of an enum's member.
import { enumMember, enumNumber } from './enums';
import { fitsInteger, isIntegerKind } from './integers';
import type { KeyType } from './types';

/** A key as a value of its type: an enum's member is its number, an integer of 64 bits a bigint. */
export type Key = boolean | number | bigint | string;

/** What the text of a key stands for; undefined when it is not how a key of `type` is written. */
export function keyValue(type: KeyType, text: string): Key | undefined {
  const key = keyFrom(type, text);
  return key !== undefined && keyText(type, key) === text ? key : undefined;
}

/** The text of a key: the inverse of {@link keyValue}. */
export function keyText(type: KeyType, key: Key): string {
  return (type.kind === 'enum' ? enumMember(type, key as number) : undefined) ?? String(key);
}

function keyFrom(type: KeyType, text: string): Key | undefined {
  if (type.kind === 'string') return text;
  if (type.kind === 'boolean') return text === 'true';
  const number = type.kind === 'enum' ? enumNumber(type, text) : undefined;
  if (number !== undefined) return number;
  if (!/^-?\d{1,20}$/.test(text)) return undefined;
  const kind = isIntegerKind(type.kind) ? type.kind : 'int';
  const integer = BigInt(text);
  if (!fitsInteger(kind, integer)) return undefined;
  return kind === 'long' || kind === 'ulong' ? integer : Number(integer);
}
