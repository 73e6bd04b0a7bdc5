// What holds for every interface, every call and every octet.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { arbitraryCall, arbitraryFiniteDouble, serviceOf } from '../../../test/arbitraries';
import { describeDamagedStreams, expectSame, openEnds, PATIENCE } from '../../../test/protocol-laws';
import type { Outcome } from '../../idl/value';
import { jsonRpc } from './json-rpc';

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

describe('Arguments and results arrive as they were sent, in the same fields', () => {
  test.prop([arbitraryCall({ ...typed, text }), arbitraryOptions, fc.boolean(), fc.integer({ min: 1, max: 4 })])(
    'for any call',
    ({ method, args, result }, options, named, copies) => {
      const batch = copies > 1 && options.version === '2.0';
      // Version 1.0 has no names for parameters.
      const call = { method: method.name, args, named: named && options.version === '2.0' };
      const { client, server } = openEnds(jsonRpc, serviceOf(method), { ...options, serverVersion: options.version });
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
      const { client, server } = openEnds(jsonRpc, serviceOf(method), { transport: 'tcp' });
      const request = client.request([{ method: method.name, args }], false);
      const [{ content }] = server.receive(request.pdu.bytes);
      if (!('invocations' in content!)) throw new Error(content!.code);
      const again = openEnds(jsonRpc, serviceOf(method), { transport: 'tcp' }).client.request(
        content.invocations,
        false,
      );
      expect(again.pdu.bytes).toEqual(request.pdu.bytes);
    },
  );
});

describeDamagedStreams(jsonRpc, { calls: arbitraryCall(typed), options: arbitraryOptions });
