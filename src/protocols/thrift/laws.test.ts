// What holds for every interface, every call and every octet.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type ArbitraryCall, arbitraryCall, serviceOf } from '../../../test/arbitraries';
import { describeDamagedStreams, expectSame, openEnds, PATIENCE, portions } from '../../../test/protocol-laws';
import type { Outcome } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import type { Options } from '../protocol';
import { thrift } from './thrift';

const call = arbitraryCall({
  scalars: ['boolean', 'byte', 'short', 'int', 'long', 'double', 'string', 'bytes'],
  // JSON writes -0 as 0.
  double: fc.double({ noNaN: true }).map(value => value + 0),
  text: fc.string({ unit: 'binary', maxLength: 12 }),
});

const arbitraryOptions = fc
  .record({
    encoding: fc.constantFrom('binary', 'compact', 'json'),
    framing: fc.constantFrom('buffered', 'framed'),
    strict: fc.boolean(),
    client: fc.constantFrom('python', 'java'),
  })
  .map(options => ({ ...options, server: options.strict ? 'python' : 'node' }));

/** Thrift has no elements that may be left out, and no ids of 32 bits. */
function isCarried({ method, args }: ArbitraryCall, options: Options): boolean {
  try {
    for (const type of [method.result, ...method.params.map(param => param.type)])
      if (thrift.unsupported(type, options)) return false;
    openEnds(thrift, serviceOf(method), options).client.request([{ method: method.name, args }], false);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

describe('Arguments and results arrive as they were sent, in the same fields', () => {
  test.prop([call, arbitraryOptions, fc.integer({ min: 1, max: 60 })])(
    'for any call, whatever the segments are',
    ({ method, args, result }, options, size) => {
      fc.pre(isCarried({ method, args, result }, options) && (result !== null || method.result.kind === 'void'));
      // npm thrift takes bools of lists for false.
      fc.pre(!(options.encoding === 'compact' && !options.strict));
      const { client, server } = openEnds(thrift, serviceOf(method), options);
      const request = client.request([{ method: method.name, args }], false);
      const [incoming, ...others] = [...portions(request.pdu.bytes, size)].flatMap(octets => server.receive(octets));
      expect(others).toEqual([]);
      expectSame(incoming.pdu, request.pdu);
      if (!('invocations' in incoming.content!)) throw new Error(incoming.content!.code);
      expect(comparable(incoming.content.invocations)).toEqual(comparable([{ method: method.name, args }]));
      const outcome: Outcome = { kind: 'returned', value: result };
      const reply = incoming.content.reply([outcome])!;
      const [answer] = [...portions(reply.pdu.bytes, size)].flatMap(octets => client.receive(octets));
      expectSame(answer.pdu, reply.pdu);
      expect(comparable(answer.content)).toEqual(comparable({ outcomes: [outcome] }));
    },
    PATIENCE,
  );
});

/** A member that holds null is not sent: it is the same as one that is absent. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value instanceof Map)
    return new Map([...value].filter(([, each]) => each !== null).map(([name, each]) => [name, comparable(each)]));
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each)]));
}

describeDamagedStreams(thrift, { calls: call, options: arbitraryOptions, carries: isCarried, mistakable: true });
