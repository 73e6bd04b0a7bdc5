import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { arbitraryMethod, serviceOf } from '../../test/arbitraries';
import type { Problem } from '../problem/problem';
import { diagnoseInterface, parseInterface } from './parse';
import { interfaceText, typeText } from './print';
import { DOUBLE, EMPTY_INTERFACE, INT, LONG, STRING, type Type, VOID } from './types';

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
      { name: 'fun_add', params, result: INT, throws: [], oneway: false },
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
    expect(parseInterface(' # nothing yet')).toEqual(EMPTY_INTERFACE);
  });

  it('counts the members of enums on from the one before', () => {
    const [color] = parseInterface('enum Color { RED, GREEN = 7 BLUE, NONE = -1 }').enums;
    expect(color.members.map(({ number }) => number)).toEqual([0, 7, 8, -1]);
  });

  it('has sets, and maps with keys of other types than string', () => {
    const [{ params }] = parseInterface(
      'f(a: set<int>, b: map<long, int>, c: map<string, int>, d: map<E, int>) enum E { A }',
    ).methods;
    expect(params.map(({ type }) => typeText(type))).toEqual(['set<int>', 'map<long, int>', 'map<int>', 'map<E, int>']);
    expect(params[2].type).toEqual({ kind: 'map', value: INT });
  });

  it('numbers what it is told to, and says how protobuf is to encode it', () => {
    const [{ params }] = parseInterface('f(a: int @zigzag = 14, b?: list<ulong> @fixed @unpacked)').methods;
    expect(params).toEqual([
      { name: 'a', type: INT, attributes: ['zigzag'], number: 14 },
      {
        name: 'b',
        type: { kind: 'optional', inner: { kind: 'list', element: { kind: 'ulong' } } },
        attributes: ['fixed', 'unpacked'],
      },
    ]);
  });

  it('has groups of members of which one is present', () => {
    const [{ members }] = parseInterface(
      'struct A {\n  oneof contact { email: string = 18\n phone: long = 19 }\n  oneof: int\n}',
    ).structs;
    expect(members).toEqual([
      { name: 'email', type: { kind: 'optional', inner: STRING }, number: 18, oneof: 'contact' },
      { name: 'phone', type: { kind: 'optional', inner: LONG }, number: 19, oneof: 'contact' },
      { name: 'oneof', type: INT },
    ]);
  });

  it('declares exceptions, which methods throw', () => {
    const { exceptions, methods } = parseInterface(
      'find(id: long): int throws NotFound, Gone = 5\nexception NotFound { id: long }\nexception Gone {}\nthrows(): int',
    );
    expect(exceptions.map(({ name }) => name)).toEqual(['NotFound', 'Gone']);
    expect(methods[0].throws).toEqual([{ type: exceptions[0] }, { type: exceptions[1], number: 5 }]);
    expect(methods[1]).toMatchObject({ name: 'throws', throws: [] });
  });

  it('streams a whole parameter or a whole result', () => {
    const stream: Type = { kind: 'list', element: INT, streamed: true };
    const [both] = parseInterface('f(a: stream int): stream int').methods;
    expect(both).toMatchObject({ params: [{ type: stream }], result: stream });
  });

  it('may have a name', () => {
    expect(parseInterface('service demo.Calculator\nservice(): int')).toMatchObject({
      name: 'demo.Calculator',
      methods: [{ name: 'service' }],
    });
  });

  it('is printed as it was written', () => {
    const text = `service demo.Shop
enum Color { RED = 1, BLUE = 7 }
struct A { a: int @zigzag = 3, oneof b { c: int, d: set<Color> = 9 }, e?: map<Color, float> }
exception Gone { message: string }
find(a: A): stream A throws Gone = 2
`;
    expect(interfaceText(parseInterface(text))).toBe(text);
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
    ['enum int { A }', 'idl.reserved-name at "int"'],
    ['struct A {} enum A { B }', 'idl.duplicate-name at "A"'],
    ['enum A {}', 'idl.expected-name at "}"'],
    ['enum A { B = 1, C = 0, D }', 'idl.duplicate-number at "D"'],
    ['enum A { B = 2147483648 }', 'idl.number-out-of-range at "2147483648"'],
    ['enum A { B = C }', 'idl.expected-number at "C"'],
    ['f(a: map<double, int>)', 'idl.bad-key at "double"'],
    ['f(a: map<int, int, int>)', 'idl.expected-sign at ","'],
    ['f(a: int = 0)', 'idl.number-out-of-range at "0"'],
    ['struct A { a: int = 536870912 }', 'idl.number-out-of-range at "536870912"'],
    ['struct A { a: int = 2, b: int, c: int = 3 }', 'idl.duplicate-number at "3"'],
    ['f(a: int @packed)', 'idl.unknown-attribute at "packed"'],
    ['f(a: string @zigzag)', 'idl.unfit-attribute at "zigzag"'],
    ['f(a: uint @zigzag)', 'idl.unfit-attribute at "zigzag"'],
    ['f(a: int @unpacked)', 'idl.unfit-attribute at "unpacked"'],
    ['f(a: int @zigzag @fixed)', 'idl.unfit-attribute at "fixed"'],
    ['struct A { oneof b { c?: int } }', 'idl.optional-twice at "?"'],
    ['struct A { oneof b {} }', 'idl.expected-name at "}"'],
    ['struct A { oneof b { b: int } }', 'idl.duplicate-name at "b"'],
    ['f() throws A', 'idl.unknown-exception at "A"'],
    ['f() throws A struct A {}', 'idl.unknown-exception at "A"'],
    ['f() throws A, A exception A {}', 'idl.duplicate-name at "A"'],
    ['f(a: A) exception A {}', 'idl.exception-value at "A"'],
    ['oneway f() throws A exception A {}', 'idl.oneway-throws at "A"'],
    ['f(a: stream int, b: int)', 'idl.misplaced-stream at "stream"'],
    ['f(): list<stream int>', 'idl.misplaced-stream at "stream"'],
    ['f(a?: stream int)', 'idl.misplaced-stream at "stream"'],
    ['f() service a.b', 'idl.service-first at "a.b"'],
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

  test.prop([
    fc.string({
      unit: fc.constantFrom(
        ...'struct f(a:int){}<>?,;#. \n§',
        'list',
        'oneway ',
        'struct ',
        'oneof ',
        'enum ',
        ' = 1',
        '@',
        ' throws ',
      ),
    }),
  ])('whatever it is, is read to the end', text => {
    for (const { at } of diagnoseInterface(text)) expect(at!.offset).toBeLessThanOrEqual(text.length);
  });
});
