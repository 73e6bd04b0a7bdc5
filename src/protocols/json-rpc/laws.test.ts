// What holds for every interface, every call and every octet.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { arbitraryCall, arbitraryFiniteDouble, serviceOf } from '../../../test/arbitraries';
import type { Outcome } from '../../idl/value';
import type { Pdu } from '../../wire/bytes/pdu';
import { tilingFault } from '../../wire/bytes/tiling';
import type { Options, SessionContext } from '../protocol';
import { jsonRpc } from './json-rpc';

/** Milliseconds that a test with many runs may take on a busy machine. */
const PATIENCE = 60_000;

/** JSON writes -0 as 0. */
const double = arbitraryFiniteDouble.map(value => value + 0);
/** What comes back as it went: every type but `any`, whose values lose their own types. */
const typed = {
  scalars: [
    'boolean',
    'byte',
    'short',
    'int',
    'uint',
    'long',
    'ulong',
    'float',
    'double',
    'string',
    'bytes',
    'datetime',
  ] as const,
  double,
};
const text = fc.string({ unit: 'binary', maxLength: 12 });

const arbitraryOptions = fc.record({
  transport: fc.constantFrom('http', 'tcp'),
  version: fc.constantFrom('2.0', '1.0'),
  ids: fc.constantFrom('counter', 'uuid'),
  agent: fc.constantFrom('keep-alive', 'none'),
});

function open(service: SessionContext['service'], options: Options) {
  const context = { service, options, authority: 'localhost:1', now: () => 0, random: () => 0x12345678 };
  return { client: jsonRpc.openClient(context).connect(), server: jsonRpc.openServer(context).accept() };
}

function expectSame(read: Pdu, written: Pdu): void {
  expect(read.bytes).toEqual(written.bytes);
  expect(read.annotations.toColumns()).toEqual(written.annotations.toColumns());
  expect(tilingFault(read.annotations, read.bytes.length)).toBeUndefined();
}

function explained(pdus: readonly Pdu[]): number {
  for (const { annotations, bytes } of pdus) expect(tilingFault(annotations, bytes.length)).toBeUndefined();
  return pdus.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

describe('Arguments and results arrive as they were sent, in the same fields', () => {
  test.prop([arbitraryCall({ ...typed, text }), arbitraryOptions, fc.boolean(), fc.integer({ min: 1, max: 4 })])(
    'for any call',
    ({ method, args, result }, options, named, copies) => {
      const batch = copies > 1 && options.version === '2.0';
      // Version 1.0 has no names for parameters.
      const call = { method: method.name, args, named: named && options.version === '2.0' };
      const { client, server } = open(serviceOf(method), { ...options, serverVersion: options.version });
      const request = client.request(Array(batch ? copies : 1).fill(call), batch);
      const [incoming, ...others] = server.receive(request.pdu.bytes);
      expect(others).toEqual([]);
      expectSame(incoming.pdu, request.pdu);
      if (!('invocations' in incoming.content!)) throw new Error(incoming.content!.code);
      for (const invocation of incoming.content.invocations) expect(invocation).toEqual({ method: method.name, args });
      const outcomes = incoming.content.invocations.map((): Outcome => ({ kind: 'returned', value: result }));
      const reply = incoming.content.reply(outcomes)!;
      const [answer] = client.receive(reply.pdu.bytes);
      expectSame(answer.pdu, reply.pdu);
      expect(answer.content).toEqual({ outcomes });
    },
    PATIENCE,
  );

  test.prop([arbitraryCall({ scalars: ['int', 'double', 'string', 'boolean', 'any'], double, text })])(
    'and a value of the type any is written again in the same octets',
    ({ method, args }) => {
      const { client, server } = open(serviceOf(method), { transport: 'tcp' });
      const request = client.request([{ method: method.name, args }], false);
      const [{ content }] = server.receive(request.pdu.bytes);
      if (!('invocations' in content!)) throw new Error(content!.code);
      const again = open(serviceOf(method), { transport: 'tcp' }).client.request(content.invocations, false);
      expect(again.pdu.bytes).toEqual(request.pdu.bytes);
    },
  );
});

describe('A damaged stream', () => {
  const damage = fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), octet: fc.nat(255) }), {
    maxLength: 4,
  });

  test.prop([arbitraryCall(typed), arbitraryOptions, damage, fc.integer({ min: 1, max: 200 })], { numRuns: 500 })(
    'is explained to the last octet, and neither stub breaks',
    ({ method, args, result }, options, faults, portion) => {
      const { client, server } = open(serviceOf(method), options);
      const damaged = (octets: Uint8Array) => {
        const copy = octets.slice();
        for (const { place, octet } of faults) copy[Math.floor(place * (copy.length - 1))] = octet;
        return copy;
      };
      const sent = damaged(client.request([{ method: method.name, args }], false).pdu.bytes);
      const dissector = jsonRpc.dissect('c2s');
      const pdus: Pdu[] = [];
      for (let at = 0; at < sent.length; at += portion) {
        const octets = sent.slice(at, at + portion);
        pdus.push(...dissector.push(octets).map(({ pdu }) => pdu));
        for (const { content, pdu } of server.receive(octets)) {
          explained([pdu]);
          if (!('invocations' in content!)) continue;
          const reply = content.reply(content.invocations.map(() => ({ kind: 'returned', value: result })));
          if (reply) explained(client.receive(damaged(reply.pdu.bytes)).map(answer => answer.pdu));
        }
      }
      explained(client.end().map(({ pdu }) => pdu));
      expect(explained([...pdus, ...dissector.end().map(({ pdu }) => pdu)])).toBe(sent.length);
    },
    PATIENCE,
  );

  test.prop([fc.uint8Array({ maxLength: 200 }), fc.constantFrom('c2s', 's2c')], { numRuns: 1000 })(
    'of any octets is explained to the last octet',
    (octets, direction) => {
      const dissector = jsonRpc.dissect(direction as 'c2s' | 's2c');
      expect(explained([...dissector.push(octets), ...dissector.end()].map(({ pdu }) => pdu))).toBe(octets.length);
      expect(jsonRpc.recognise(octets, octets)).toBe(0);
    },
    PATIENCE,
  );
});
