import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../problem/problem';
import { interfaceOf } from '../idl-file';
import { Notes } from '../notes';
import { readThrift } from './thrift-draft';

/** The interface of the file's service number `index`. */
function imported(text: string, index = 0) {
  const file = readThrift(text);
  const { text: lines, notes } = interfaceOf(file, file.services[index], new Notes());
  const said = notes.map(({ lines: at, problem, leftOut }) => {
    const about = leftOut ?? problem.params.names;
    return `${at.join()} ${problem.code} ${about}`;
  });
  return { text: lines, said };
}

function faultOf(text: string) {
  try {
    readThrift(text);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('A .thrift file becomes an interface', () => {
  test('a calculator as Thrift’s tutorial has one: typedefs, constants, includes, defaults, a base in another file', () => {
    const { text, said } = imported(`/**
 * The first things first.
 */
include "shared.thrift"

namespace cl tutorial
namespace cpp tutorial
namespace php tutorial

/** Types can be given other names. */
typedef i32 MyInteger

const i32 INT32CONSTANT = 9853
const map<string,string> MAPCONSTANT = {'hello':'world', 'goodnight':'moon'}

/** Values start at 1. */
enum Operation {
  ADD = 1,
  SUBTRACT = 2,
  MULTIPLY,
  DIVIDE = 0x10
}

struct Work {
  1: i32 num1 = 0,
  2: MyInteger num2,
  3: Operation op,
  4: optional string comment,
}

exception InvalidOperation {
  1: i32 whatOp,
  2: string why
}

service Calculator extends shared.SharedService {
   void ping(),
   i32 add(1:i32 num1, 2:i32 num2),
   i32 calculate(1:i32 logid, 2:Work w) throws (1:InvalidOperation ouch),
   shared.SharedStruct getStruct(1: i32 key),
   /** The client does not wait. */
   oneway void zip()
}
`);
    expect(text).toBe(`service tutorial.Calculator
enum Operation { ADD = 1, SUBTRACT = 2, MULTIPLY = 3, DIVIDE = 16 }
struct Work {
  num1: int
  num2: int
  op: Operation
  comment?: string
}
exception InvalidOperation {
  whatOp: int
  why: string
}
ping()
add(num1: int, num2: int): int
calculate(logid: int, w: Work): int throws InvalidOperation
oneway zip()
`);
    expect(said).toEqual([
      '4 import.other-file shared.thrift',
      '11 import.typedef MyInteger',
      '13,14 import.constant INT32CONSTANT, MAPCONSTANT',
      '25 import.default num1',
      '36 import.other-base shared.SharedService',
      '40 idl.unknown-type getStruct',
    ]);
  });

  test('a service that extends another of the same file has its functions first', () => {
    const { text } = imported(
      `service Shared { map<i64, list<string>> list_all(1: set<i16> kinds) }
service Own extends Shared { bool stop(2: byte how, 1: binary why) }`,
      1,
    );
    expect(text).toBe(`service Own
list_all(kinds: set<short>): map<long, list<string>>
stop(how: byte = 2, why: bytes = 1): boolean
`);
  });

  test('unions are structs of one oneof; every type of numbers has its name', () => {
    const { text, said } = imported(`namespace * demo.tax;
typedef double Euros;
union Amount { 1: i64 cents; 4: Euros euros }
service S { Amount of(1: i8 a; 2: byte b; 3: i16 c; 4: double d; 5: bool e) }`);
    expect(text).toBe(`service demo.tax.S
struct Amount {
  oneof value {
    cents: long = 1
    euros: double = 4
  }
}
of(a: byte, b: byte, c: short, d: double, e: boolean): Amount
`);
    expect(said).toEqual(['2 import.typedef Euros']);
  });
});

describe('What an interface cannot say is left out, with its line and the reason', () => {
  test('structs that contain themselves, keys of maps, doubled numbers, required fields, fields without numbers, annotations', () => {
    const { text, said } = imported(`cpp_include "ignored.h"
namespace java demo
namespace py demo.py
struct Node {
  1: required string name
  2: optional list<Node> children (cpp.ref = "true")
  3: map<list<i32>, string> odd
  4: uuid id
  5: & Node parent
}
enum E { A = 1, B = 1 } (deprecated = "yes")
exception Oops { 1: string message }
service S {
  Node get(string key) throws (1: Oops oops, 3: Oops again)
  void fail(1: Oops oops)
  Node find(i32 id)
}`);
    expect(text).toBe(`service demo.S
enum E { A = 1 }
struct Node {
  name: string
}
exception Oops {
  message: string
}
find(id: int): Node
`);
    expect(said).toEqual([
      '1 import.other-file ignored.h',
      '3 import.other-namespace demo.py',
      '5 import.required name',
      '6,11 import.option deprecated, cpp.ref',
      '6 idl.recursive-struct Node.children',
      '7 idl.bad-key Node.odd',
      '8 idl.unknown-type Node.id',
      '9 idl.recursive-struct Node.parent',
      '11 import.enum-alias B',
      '14,16 import.no-field-id key, id',
      '14 idl.duplicate-name get',
      '15 idl.exception-value fail',
    ]);
  });

  test('an exception of another file: the function can still be called', () => {
    const { text, said } = imported(`namespace xsd test (uri = 'http://example.com/ns')
service S { void f(1: i32 a) throws (1: shared.Gone gone) }`);
    expect(text).toBe('service test.S\nf(a: int)\n');
    expect(said).toEqual(['1 import.option namespace (…)', '2 idl.unknown-exception f throws shared.Gone']);
  });

  test('a typedef of itself names nothing', () => {
    const { said } = imported('typedef a b\ntypedef b a\ntypedef c c\nservice S { a f() c g() }');
    expect(said).toContain('4 idl.unknown-type f');
    expect(said).toContain('4 idl.unknown-type g');
  });
});

describe('A fault of the syntax is told with its line and column', () => {
  test.each([
    ['struct A {\n  1: i32\n}', 2, 6, 'Unable to find identifier for field'],
    ['struct A {\n  1: i32 a\n', 2, 10, 'Closing curly brace expected but reached end of file'],
    ['service S {\n  void f(1: i32 a) throws 1\n}', 2, 20, 'Opening paren expected to start list of fields'],
    ['syntax = "proto3";', 1, 1, 'no statement of Thrift begins here'],
    ['struct 数 {}', 1, 8, 'Unexpected token: 数'],
    ['// only a comment', 0, 0, ''],
  ])('%j', (text, line, column, reason) => {
    const fault = faultOf(text);
    if (line === 0) expect(fault).toBeUndefined();
    else expect(fault?.params).toEqual({ line, column, reason });
  });
});
