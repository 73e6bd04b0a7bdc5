import { describe, expect, it } from 'vitest';
import { completionsAt } from './complete';

/** What is offered at the `|` in the text, and the word that it would replace. */
function offered(textWithCaret: string): { replaces: string; labels: string[] } {
  const offset = textWithCaret.indexOf('|');
  const text = textWithCaret.replace('|', '');
  const { from, options } = completionsAt(text, offset);
  return { replaces: text.slice(from, offset), labels: options.map(option => option.label) };
}

describe('completion', () => {
  it('offers types where a type stands', () => {
    expect(offered('f(a: |').labels).toEqual([
      'boolean',
      'int',
      'long',
      'double',
      'string',
      'bytes',
      'datetime',
      'any',
      'list',
      'map',
    ]);
    expect(offered('f(a: list<|>)').labels).toContain('int');
  });

  it('offers void for a result only', () => {
    expect(offered('f(): |').labels).toContain('void');
    expect(offered('f(a: |)').labels).not.toContain('void');
  });

  it('offers structs by name, wherever they are declared', () => {
    expect(offered('f(a: |)\nstruct Item { a: int }').labels).toContain('Item');
  });

  it('replaces the word that is being typed', () => {
    expect(offered('f(a: st|')).toMatchObject({ replaces: 'st', labels: expect.arrayContaining(['string']) });
  });

  it('offers keywords where a declaration begins', () => {
    expect(offered('str|').labels).toEqual(['struct', 'oneway']);
    expect(offered('f(): int\n|').labels).toEqual(['struct', 'oneway']);
  });

  it('offers nothing where a name is invented', () => {
    expect(offered('f(|').labels).toEqual([]);
    expect(offered('struct |').labels).toEqual([]);
    expect(offered('struct A { |').labels).toEqual([]);
  });
});
