// What holds for every interface, every call and every octet.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { arbitraryCall, serviceOf } from '../../../test/arbitraries';
import { converse } from '../../../test/grpc-conversation';
import { describeDamagedStreams, expectSame, PATIENCE, written } from '../../../test/protocol-laws';
import type { Type } from '../../idl/types';
import type { Value } from '../../idl/value';
import { grpc } from './grpc';

const carried = {
  scalars: ['boolean', 'byte', 'short', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'string', 'bytes'] as const,
  text: fc.string({ unit: 'binary', maxLength: 12 }),
};

const arbitraryOptions = fc.record({
  client: fc.constantFrom('grpc-js', 'c-core'),
  server: fc.constantFrom('grpc-js', 'c-core'),
  compression: fc.constantFrom('identity', 'gzip'),
});

/** Calls that gRPC can carry: no lists of lists, no optional lists, no enums for keys. */
const arbitraryCarried = arbitraryCall(carried).filter(({ method: { params, result } }) =>
  [result, ...params.map(({ type }) => type)].every(type => !grpc.unsupported(type, {})),
);

/** `value` as it arrives: what is null is absent, and a zero has no sign where zeros are left out, but that of a double has. */
function arrived(type: Type, value: Value): Value {
  switch (type.kind) {
    case 'optional':
      return value === null ? null : arrived(type.inner, value);
    case 'list':
    case 'set':
      return (value as readonly Value[]).map(element => arrived(type.element, element));
    case 'map':
      return new Map([...(value as ReadonlyMap<string, Value>)].map(([key, each]) => [key, arrived(type.value, each)]));
    case 'struct': {
      const members = value as ReadonlyMap<string, Value>;
      const present = type.members.filter(({ name }) => (members.get(name) ?? null) !== null);
      return new Map(present.map(member => [member.name, arrived(member.type, members.get(member.name)!)]));
    }
    default:
      return value;
  }
}

describe('Arguments and results arrive as they were sent', () => {
  test.prop([arbitraryCarried, arbitraryOptions, fc.integer({ min: 1, max: 3 })])(
    'for any call, any two libraries, and several calls on one connection',
    ({ method, args, result }, options, count) => {
      const seen: (readonly Value[])[] = [];
      const call = { method: method.name, args };
      const { outcomes } = converse(
        { service: serviceOf(method), options },
        Array(count).fill(call),
        ({ args: values }) => {
          seen.push(values);
          return { kind: 'returned', value: result };
        },
      );
      const expected = args.map((arg, i) => arrived(method.params[i].type, arg));
      expect(seen).toEqual(Array(count).fill(expected));
      const value = arrived(method.result, result);
      expect(outcomes).toEqual(Array(count).fill({ kind: 'returned', value }));
    },
    PATIENCE,
  );

  test.prop([arbitraryCarried, arbitraryOptions])(
    'in the same fields as they were written',
    ({ method, args, result }, options) => {
      const context = { service: serviceOf(method), options, authority: 'h:1', now: () => 0, random: () => 0 };
      const client = grpc.openClient(context).connect();
      const server = grpc.openServer(context).accept();
      server.receive(client.opening!().pdu.bytes);
      client.receive(server.opening!().pdu.bytes);
      const request = client.request([{ method: method.name, args }], false);
      const [incoming] = server.receive(written(client, request).bytes);
      expectSame(incoming.pdu, request.pdu);
      if (!incoming.content || 'code' in incoming.content) throw new Error('no request');
      const reply = incoming.content.reply([{ kind: 'returned', value: result }])!;
      const [answer] = client.receive(written(server, reply).bytes);
      expectSame(answer.pdu, reply.pdu);
    },
    PATIENCE,
  );
});

describeDamagedStreams(grpc, { calls: arbitraryCarried, options: arbitraryOptions });
