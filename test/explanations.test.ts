// Nothing on the screen is without words: every kind of field, and every name that a kind gives to its parts and bits, is explained.
import { describe, expect, it } from 'vitest';
import { en } from '../src/explanations/en';
import { zhCN } from '../src/explanations/zh-CN';
import { allFieldKinds, type FieldKind } from '../src/wire/bytes/field-kind';

// Kinds are declared when their modules are loaded.
import.meta.glob(['../src/wire/**/*.ts', '../src/protocols/**/*.ts', '!../src/**/*.test.ts'], { eager: true });

function namesOf({ name, head, tail, gap, bits = [], headBits = [] }: FieldKind): string[] {
  return [name, head, tail, gap, ...[...bits, ...headBits].map(bit => bit.name)].filter(part => part !== undefined);
}

const wanted = [
  ...new Set(allFieldKinds().flatMap(kind => namesOf(kind).map(name => `${kind.format} / ${name}`))),
].sort();

describe.each([
  ['English', en],
  ['Chinese', zhCN],
] as const)('explanations in %s', (_, explanations) => {
  const given = new Map(
    Object.entries(explanations).flatMap(([format, texts]) =>
      Object.entries(texts).map(([name, explanation]) => [`${format} / ${name}` as string, explanation] as const),
    ),
  );

  it('stand for every kind of field and its parts', () => {
    expect(wanted.filter(name => !given.has(name))).toEqual([]);
  });

  it('are not left over from fields that no longer are', () => {
    expect([...given.keys()].filter(name => !wanted.includes(name))).toEqual([]);
  });

  it('have a label and a text, and name only figures that there are', () => {
    for (const [name, { label, text }] of given) {
      expect(label.trim(), name).not.toBe('');
      expect(text.trim(), name).not.toBe('');
      expect(text.replace(/\{(value|hex|length)\}/g, ''), name).not.toMatch(/[{}]/);
    }
  });
});

describe('every kind of field', () => {
  it('says which document and section defines it, octets that nobody understands aside', () => {
    const without = allFieldKinds().filter(kind => kind.spec.trim() === '' && kind.role !== 'unknown');
    expect(without.map(kind => `${kind.format} / ${kind.name}`)).toEqual([]);
  });
});
