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
      'byte',
      'short',
      'uint',
      'ulong',
      'float',
      'list',
      'map',
      'set',
      'stream',
    ]);
    expect(offered('f(a: list<|>)').labels).toContain('int');
    expect(offered('f(a: map<int, |>)').labels).toContain('int');
  });

  it('offers void for a result only', () => {
    expect(offered('f(): |').labels).toContain('void');
    expect(offered('f(a: |)').labels).not.toContain('void');
  });

  it('offers a stream only where there can be one', () => {
    expect(offered('f(): |').labels).toContain('stream');
    expect(offered('struct A { a: | }').labels).not.toContain('stream');
    expect(offered('f(a: list<|>)').labels).not.toContain('stream');
  });

  it('offers structs and enums by name, wherever they are declared', () => {
    expect(offered('f(a: |)\nstruct Item { a: int }').labels).toContain('Item');
    expect(offered('f(a: |)\nenum Color { RED }').labels).toContain('Color');
  });

  it('offers attributes behind their sign', () => {
    expect(offered('f(a: int @|)').labels).toEqual(['zigzag', 'fixed', 'unpacked']);
  });

  it('offers exceptions where they are thrown, and nowhere else', () => {
    const declared = '\nexception NotFound { message: string }';
    expect(offered(`f() throws |${declared}`).labels).toEqual(['NotFound']);
    expect(offered(`f() throws Other, |${declared}`).labels).toEqual(['NotFound']);
    expect(offered(`f(a: |)${declared}`).labels).not.toContain('NotFound');
  });

  it('replaces the word that is being typed', () => {
    expect(offered('f(a: st|')).toMatchObject({ replaces: 'st', labels: expect.arrayContaining(['string']) });
  });

  it('offers keywords where a declaration begins', () => {
    expect(offered('str|').labels).toEqual(['struct', 'oneway', 'enum', 'exception', 'service']);
    expect(offered('struct A { a: int }\n|').labels).toEqual(['struct', 'oneway', 'enum', 'exception']);
    expect(offered('f(): int\n|').labels).toEqual(['struct', 'oneway', 'enum', 'exception', 'throws']);
  });

  it('offers nothing where a name is invented', () => {
    expect(offered('f(|').labels).toEqual([]);
    expect(offered('struct |').labels).toEqual([]);
    expect(offered('struct A { |').labels).toEqual([]);
  });
});
