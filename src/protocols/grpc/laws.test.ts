// What holds for every interface, every call and every octet.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { arbitraryCall, serviceOf } from '../../../test/arbitraries';
import { converse } from '../../../test/grpc-conversation';
import type { Type } from '../../idl/types';
import type { Value } from '../../idl/value';
import type { Pdu } from '../../wire/bytes/pdu';
import { tilingFault } from '../../wire/bytes/tiling';
import { grpc } from './grpc';

/** Milliseconds that a test with many runs may take on a busy machine. */
const PATIENCE = 60_000;

const carried = {
  scalars: ['boolean', 'byte', 'short', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'string', 'bytes'] as const,
  text: fc.string({ unit: 'binary', maxLength: 12 }),
};

const arbitraryOptions = fc.record({
  client: fc.constantFrom('grpc-js', 'c-core'),
  server: fc.constantFrom('grpc-js', 'c-core'),
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
      const [incoming] = server.receive(request.pdu.bytes);
      expectSame(incoming.pdu, request.pdu);
      if (!incoming.content || 'code' in incoming.content) throw new Error('no request');
      const reply = incoming.content.reply([{ kind: 'returned', value: result }])!;
      const [answer] = client.receive(reply.pdu.bytes);
      expectSame(answer.pdu, reply.pdu);
    },
    PATIENCE,
  );
});

describe('A damaged stream', () => {
  const damage = fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), octet: fc.nat(255) }), {
    maxLength: 4,
  });

  test.prop([arbitraryCarried, arbitraryOptions, damage, fc.integer({ min: 1, max: 200 })], { numRuns: 300 })(
    'is explained to the last octet, and neither stub breaks',
    ({ method, args, result }, options, faults, portion) => {
      const context = { service: serviceOf(method), options, authority: 'h:1', now: () => 0, random: () => 0 };
      const client = grpc.openClient(context).connect();
      const server = grpc.openServer(context).accept();
      const opening = client.opening!().pdu.bytes;
      const request = client.request([{ method: method.name, args }], false).pdu.bytes;
      const sent = damaged(Buffer.concat([opening, request]), faults);
      const dissector = grpc.dissect('c2s');
      const pdus: Pdu[] = [];
      client.receive(damaged(server.opening!().pdu.bytes, faults));
      for (let at = 0; at < sent.length; at += portion) {
        const octets = sent.slice(at, at + portion);
        pdus.push(...dissector.push(octets).map(({ pdu }) => pdu));
        for (const { content, pdu } of server.receive(octets)) {
          explained([pdu]);
          if (!content || 'code' in content) continue;
          const reply = content.reply(content.invocations.map(() => ({ kind: 'returned', value: result })));
          if (reply) explained(client.receive(damaged(reply.pdu.bytes, faults)).map(answer => answer.pdu));
        }
      }
      explained(client.end().map(({ pdu }) => pdu));
      expect(explained([...pdus, ...dissector.end().map(({ pdu }) => pdu)])).toBe(sent.length);
    },
    PATIENCE,
  );

  test.prop([fc.uint8Array({ maxLength: 200 }), fc.constantFrom('c2s', 's2c')], { numRuns: 500 })(
    'of any octets is explained to the last octet',
    (octets, direction) => {
      const dissector = grpc.dissect(direction as 'c2s' | 's2c');
      expect(explained([...dissector.push(octets), ...dissector.end()].map(({ pdu }) => pdu))).toBe(octets.length);
      expect(grpc.recognise(octets, octets)).toBe(0);
    },
    PATIENCE,
  );
});

function damaged(octets: Uint8Array, faults: readonly { place: number; octet: number }[]): Uint8Array {
  const copy = Uint8Array.from(octets);
  for (const { place, octet } of faults) copy[Math.floor(place * (copy.length - 1))] = octet;
  return copy;
}

function expectSame(read: Pdu, written: Pdu): void {
  expect(read.title).toBe(written.title);
  expect(read.bytes).toEqual(written.bytes);
  expect(read.annotations.toColumns()).toEqual(written.annotations.toColumns());
  expect(tilingFault(read.annotations, read.bytes.length)).toBeUndefined();
}

function explained(pdus: readonly Pdu[]): number {
  for (const { annotations, bytes, content } of pdus) {
    expect(tilingFault(annotations, bytes.length)).toBeUndefined();
    if (content) expect(tilingFault(content.annotations, content.bytes.length)).toBeUndefined();
  }
  return pdus.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
