import { describe, expect, test } from 'vitest';
import { languageOf } from './language';

describe('The language of a file', () => {
  test.each([
    ['syntax = "proto3";\nmessage A { string name = 1; }', 'proto'],
    ['// struct of things\nservice S { rpc f (A) returns (B); }\nmessage A { uint32 a = 1; }', 'proto'],
    ['namespace py demo\nservice S { void f(1: i32 a) }', 'thrift'],
    ['# a calculator\nservice C extends shared.S {\n  i32 add(1:i32 a, 2:i32 b)\n}', 'thrift'],
    ['union U {\n  1: string a\n}', 'thrift'],
    ['fun_add(a: int, b: int): int', undefined],
    ['', undefined],
  ])('of %j is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test('is told by the name of the file, whatever is in it', () => {
    expect(languageOf('struct A {}', 'odd.PROTO')).toBe('proto');
    expect(languageOf('', 'calculator.thrift')).toBe('thrift');
    expect(languageOf('message A {}', 'notes.txt')).toBe('proto');
  });
});
