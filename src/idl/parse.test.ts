import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { arbitraryMethod, serviceOf } from '../../test/arbitraries';
import type { Problem } from '../problem/problem';
import { diagnoseInterface, parseInterface } from './parse';
import { interfaceText } from './print';
import { DOUBLE, INT, STRING, type Type, VOID } from './types';

/** What is wrong, each with the part of the text that it points at. */
function complaints(text: string): string[] {
  return diagnoseInterface(text).map(({ code, at }: Problem) => `${code} at "${text.slice(at!.offset, at!.end)}"`);
}

describe('an interface', () => {
  it('declares a method with parameters and a result', () => {
    const params = [
      { name: 'a', type: INT },
      { name: 'b', type: INT },
    ];
    expect(parseInterface('fun_add(a: int, b: int): int').methods).toEqual([
      { name: 'fun_add', params, result: INT, oneway: false },
    ]);
  });

  it('declares oneway methods, whose result is void', () => {
    expect(parseInterface('oneway note(text: string)').methods[0]).toMatchObject({ oneway: true, result: VOID });
  });

  it('may call a method "oneway" or "struct"', () => {
    expect(parseInterface('oneway(): int struct(): int').methods.map(method => method.name)).toEqual([
      'oneway',
      'struct',
    ]);
  });

  it('has dotted names of methods', () => {
    expect(parseInterface('system.listMethods(): list<string>').methods[0].name).toBe('system.listMethods');
  });

  it('resolves structs wherever they stand, whatever separates their members', () => {
    const { methods, structs } = parseInterface(
      'f(item: Item)\nstruct Item {\n  sku: string\n  qty: int, price?: double # each\n}',
    );
    const price: Type = { kind: 'optional', inner: DOUBLE };
    expect(structs[0].members).toEqual([
      { name: 'sku', type: STRING },
      { name: 'qty', type: INT },
      { name: 'price', type: price },
    ]);
    expect(methods[0].params[0].type).toBe(structs[0]);
  });

  it('takes `a?: int` and `a: int?` for the same', () => {
    const [first, second] = parseInterface('f(a?: int) g(a: int?)').methods;
    expect(first.params).toEqual(second.params);
  });

  it('may be empty', () => {
    expect(parseInterface(' # nothing yet')).toEqual({ methods: [], structs: [] });
  });

  test.prop([fc.array(arbitraryMethod(), { minLength: 1, maxLength: 1 })])('reads what it prints', methods => {
    const service = serviceOf(...methods);
    expect(parseInterface(interfaceText(service))).toEqual(service);
  });
});

describe('a wrong interface', () => {
  it.each([
    ['f(a: foo)', 'idl.unknown-type at "foo"'],
    ['f(a: list<foo>)', 'idl.unknown-type at "foo"'],
    ['f(a int)', 'idl.expected-sign at "int"'],
    ['f(a: int b: int)', 'idl.expected-sign at "b"'],
    ['f(a: )', 'idl.expected-type at ")"'],
    ['f(: int)', 'idl.expected-name at ":"'],
    ['f(a: int', 'idl.expected-sign at ""'],
    ['f(a: list<int)', 'idl.expected-sign at ")"'],
    ['f(a: int, a: int)', 'idl.duplicate-name at "a"'],
    ['f() f()', 'idl.duplicate-name at "f"'],
    ['f(a.b: int)', 'idl.dotted-name at "a.b"'],
    ['f(a: int??)', 'idl.optional-twice at "?"'],
    ['f(a?: int?)', 'idl.optional-twice at "?"'],
    ['f(a: void)', 'idl.void-value at "void"'],
    ['f(): list<void>', 'idl.void-value at "void"'],
    ['oneway f(): int', 'idl.oneway-result at "int"'],
    ['struct int {}', 'idl.reserved-name at "int"'],
    ['f(§)', 'idl.stray-character at "§"'],
    ['struct A { a: A }', 'idl.recursive-struct at "A"'],
    ['struct A { b: list<B> } struct B { a: A? }', 'idl.recursive-struct at "A"'],
  ])('%s: %s', (text, complaint) => {
    expect(complaints(text)).toEqual([complaint]);
  });

  it('gives all its errors at once, in the order of the text', () => {
    expect(complaints('f(a int)\ng(b: list<>)\nh(c: foo)')).toEqual([
      'idl.expected-sign at "int"',
      'idl.expected-type at ">"',
      'idl.unknown-type at "foo"',
    ]);
  });

  it('is refused with its first error', () => {
    expect(() => parseInterface('f(a: foo, b: bar)')).toThrow(
      'idl.unknown-type {"name":"foo"} at {"offset":5,"end":8}',
    );
  });

  it('cannot exhaust the stack by its depth', () => {
    const list = `${'list<'.repeat(10_000)}int`;
    expect(complaints(`f(a: ${list})`)[0]).toMatch(/^idl.too-deep/);
    const structs = Array.from({ length: 100 }, (_, i) => `struct S${i} { next: S${i + 1} }`).join('\n');
    expect(complaints(`${structs}\nstruct S100 {}`)[0]).toMatch(/^idl.too-deep/);
  });

  it('cannot exhaust the memory by doubling', () => {
    const structs = Array.from({ length: 30 }, (_, i) => `struct S${i} { a: S${i + 1}, b: S${i + 1} }`).join('\n');
    expect(complaints(`${structs}\nstruct S30 {}`)).toContain('idl.too-large at "S0"');
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'struct f(a:int){}<>?,;#. \n§', 'list', 'oneway ', 'struct ') })])(
    'whatever it is, is read to the end',
    text => {
      for (const { at } of diagnoseInterface(text)) expect(at!.offset).toBeLessThanOrEqual(text.length);
    },
  );
});
