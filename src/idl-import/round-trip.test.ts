// What the code pane shows as .proto and .thrift is imported as the interface that it was made from.
import { test } from '@fast-check/vitest';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect } from 'vitest';
import { arbitraryMethod, serviceOf } from '../../test/arbitraries';
import { fieldNumbers } from '../idl/field-numbers';
import { parseInterface } from '../idl/parse';
import { interfaceText } from '../idl/print';
import type { Member, Method, ServiceInterface, StructType, Type } from '../idl/types';
import { ProblemError } from '../problem/problem';
import { protoText } from '../protocols/grpc/code/proto-text';
import { grpc } from '../protocols/grpc/grpc';
import type { Protocol } from '../protocols/protocol';
import { thriftText } from '../protocols/thrift/code/thrift-text';
import { thrift } from '../protocols/thrift/thrift';
import { interfaceOf } from './idl-file';
import type { IdlLanguage } from './language';
import { Notes } from './notes';
import { readIdl } from './read-idl';

/** Methods whose names are those of both languages: no letters beyond ASCII. */
function arbitraryService(scalars: Parameters<typeof arbitraryMethod>[0]): Arbitrary<ServiceInterface> {
  return arbitraryMethod(scalars).map(method => {
    const service = serviceOf(method);
    const text = interfaceText({ ...service, name: 'demo.Service' })
      .replaceAll('数量', 'amount')
      .replaceAll('Größe', 'size');
    return parseInterface(text);
  });
}

function carries(protocol: Protocol, { methods, exceptions }: ServiceInterface): boolean {
  const types = [
    ...exceptions,
    ...methods.flatMap(({ params, result }) => [...params.map(({ type }) => type), result]),
  ];
  return types.every(type => type.kind === 'void' || !protocol.unsupported(type, {}));
}

function imported(text: string, language: IdlLanguage): ServiceInterface {
  const file = readIdl(text, language);
  const { text: lines, notes } = interfaceOf(file, file.services[0], new Notes());
  expect(notes).toEqual([]);
  return parseInterface(lines);
}

/** The interface with a number for everything that has one, and `change` applied to every member of a struct. */
function comparable(service: ServiceInterface, change: Change): ServiceInterface {
  const member = (each: Member, number: number, isParam: boolean): Member => change({ ...each, number }, isParam);
  const members = (all: readonly Member[], isParam: boolean) => {
    const numbers = fieldNumbers(all);
    return all.map((each, i) => member({ ...each, type: type(each.type) }, numbers[i], isParam));
  };
  const struct = (each: StructType): StructType => ({ ...each, members: members(each.members, false) });
  const type = (each: Type): Type => {
    switch (each.kind) {
      case 'struct':
        return struct(each);
      case 'optional':
        return { ...each, inner: type(each.inner) };
      case 'list':
      case 'set':
        return { ...each, element: type(each.element) };
      case 'map':
        return { ...each, value: type(each.value) };
      default:
        return each;
    }
  };
  const method = (each: Method): Method => {
    const numbers = fieldNumbers(each.throws);
    return {
      ...each,
      params: members(each.params, true),
      result: change({ name: '', type: type(each.result) }, true).type,
      throws: each.throws.map((thrown, i) => ({ type: struct(thrown.type), number: numbers[i] })),
    };
  };
  return {
    ...service,
    structs: service.structs.map(struct),
    exceptions: service.exceptions.map(struct),
    methods: service.methods.map(method),
  };
}

type Change = (member: Member, isParam: boolean) => Member;

describe('The interface that the code pane shows is imported as it was', () => {
  test.prop([
    arbitraryService({ scalars: ['boolean', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'string', 'bytes'] }),
  ])('as a .proto file', service => {
    fc.pre(carries(grpc, service) && service.methods[0].throws.length === 0);
    // Protocol Buffers has no sets, no shorter integers than 32 bits, and no name for a request that is a message as a whole.
    const asProto: Change = (member, isParam) => ({
      ...member,
      name: isParam && isMessage(member.type) ? '' : member.name,
      type: asInProto(member.type),
    });
    const { enums, structs, methods } = imported(protoText(service).join('\n'), 'proto');
    const expected = comparable(service, asProto);
    const found = comparable({ ...service, enums, structs, methods }, asProto);
    expect(found).toEqual(expected);
  });

  test.prop([arbitraryService({ scalars: ['boolean', 'byte', 'short', 'int', 'long', 'double', 'string', 'bytes'] })])(
    'as a .thrift file',
    service => {
      // No exception is a union.
      const exceptionMembers = service.exceptions.flatMap(({ members }) => members);
      fc.pre(carries(thrift, service) && exceptionMembers.every(({ oneof }) => oneof === undefined));
      // Parameters and results cannot be optional in Thrift, and a oneof is a union, which has no name for it.
      const asThrift: Change = ({ oneof, ...member }, isParam) => ({
        ...member,
        ...(oneof !== undefined && { oneof: 'value' }),
        type: isParam && member.type.kind === 'optional' ? member.type.inner : member.type,
      });
      const found = imported(thriftText(service, 'py').join('\n'), 'thrift');
      expect(comparable(found, asThrift)).toEqual(comparable(service, asThrift));
    },
  );
});

function isMessage(type: Type): boolean {
  return type.kind === 'struct' || (type.kind === 'list' && type.streamed === true && isMessage(type.element));
}

function asInProto(type: Type): Type {
  switch (type.kind) {
    case 'optional':
      return { ...type, inner: asInProto(type.inner) };
    case 'set':
      return { kind: 'list', element: type.element };
    case 'map':
      return type.key?.kind === 'byte' ? { ...type, key: { kind: 'int' } } : type;
    default:
      return type;
  }
}

describe('Any text', () => {
  const word = fc.constantFrom(
    ...'syntax = "proto3" ; package demo . message A { } service S rpc f ( ) returns stream int32 a 1 oneof map < > ,'.split(
      ' ',
    ),
    ...'repeated optional required enum E option [ ] import "x" extend group reserved to max // /* */ struct union'.split(
      ' ',
    ),
    ...'namespace py exception throws i32 : list typedef const include extends oneway void # \' " \\ * & -1 0x1 1e5 \n'.split(
      ' ',
    ),
    '\n',
    '数',
  );
  const text = fc.array(word, { maxLength: 60 }).map(words => words.join(' '));

  test.prop([text, fc.constantFrom<IdlLanguage>('proto', 'thrift')], { numRuns: 500 })(
    'is a file, or has a fault with a place',
    (source, language) => {
      try {
        const file = readIdl(source, language);
        parseInterface(interfaceOf(file, file.services[0], new Notes()).text);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        expect(error.problem.code).toBe('import.syntax');
        expect(error.problem.at?.offset).toBeLessThanOrEqual(source.length + 1);
      }
    },
  );
});
