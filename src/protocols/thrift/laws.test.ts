// What holds for every interface, every call and every octet.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { arbitraryCall, serviceOf } from '../../../test/arbitraries';
import type { Method } from '../../idl/types';
import type { Outcome, Value } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import type { Pdu } from '../../wire/bytes/pdu';
import { tilingFault } from '../../wire/bytes/tiling';
import type { Options, SessionContext } from '../protocol';
import { thrift } from './thrift';

/** Milliseconds that a test with many runs may take on a busy machine. */
const PATIENCE = 60_000;

const call = arbitraryCall({
  scalars: ['boolean', 'byte', 'short', 'int', 'long', 'double', 'string', 'bytes'],
  // JSON writes -0 as 0.
  double: fc.double({ noNaN: true }).map(value => value + 0),
  text: fc.string({ unit: 'binary', maxLength: 12 }),
});

const arbitraryOptions = fc.record({
  encoding: fc.constantFrom('binary', 'compact', 'json'),
  framing: fc.constantFrom('buffered', 'framed'),
  strict: fc.boolean(),
  client: fc.constantFrom('python', 'java'),
});

function open(service: SessionContext['service'], options: Options) {
  const server = options.strict === false ? 'node' : 'python';
  const context = {
    service,
    options: { ...options, server },
    authority: 'localhost:1',
    now: () => 0,
    random: () => 0x12345678,
  };
  return { client: thrift.openClient(context).connect(), server: thrift.openServer(context).accept() };
}

function expectSame(read: Pdu, written: Pdu): void {
  expect(read.bytes).toEqual(written.bytes);
  expect(read.title).toBe(written.title);
  expect(read.annotations.toColumns()).toEqual(written.annotations.toColumns());
  expect(tilingFault(read.annotations, read.bytes.length)).toBeUndefined();
}

function explained(pdus: readonly Pdu[]): number {
  for (const { annotations, bytes } of pdus) expect(tilingFault(annotations, bytes.length)).toBeUndefined();
  return pdus.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** The octets in portions of `size`. */
function* portions(octets: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < octets.length; at += size) yield octets.slice(at, at + size);
}

interface ArbitraryCall {
  readonly method: Method;
  readonly args: readonly Value[];
}

/** Thrift has no elements that may be left out, and no ids of 32 bits. */
function isCarried({ method, args }: ArbitraryCall, options: Options): boolean {
  try {
    for (const type of [method.result, ...method.params.map(param => param.type)])
      if (thrift.unsupported(type, options)) return false;
    open(serviceOf(method), options).client.request([{ method: method.name, args }], false);
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
      fc.pre(isCarried({ method, args }, options) && (result !== null || method.result.kind === 'void'));
      // npm thrift takes bools of lists for false.
      fc.pre(!(options.encoding === 'compact' && !options.strict));
      const { client, server } = open(serviceOf(method), options);
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

describe('A damaged stream', () => {
  const damage = fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), octet: fc.nat(255) }), {
    maxLength: 4,
  });

  test.prop([call, arbitraryOptions, damage, fc.integer({ min: 1, max: 200 })], { numRuns: 300 })(
    'is explained to the last octet, and neither stub breaks',
    ({ method, args, result }, options, faults, size) => {
      fc.pre(isCarried({ method, args }, options));
      const { client, server } = open(serviceOf(method), options);
      const damaged = (octets: Uint8Array) => {
        const copy = octets.slice();
        for (const { place, octet } of faults) copy[Math.floor(place * (copy.length - 1))] = octet;
        return copy;
      };
      const sent = damaged(client.request([{ method: method.name, args }], false).pdu.bytes);
      const dissector = thrift.dissect('c2s');
      const pdus: Pdu[] = [];
      for (const octets of portions(sent, size)) {
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

  test.prop([fc.uint8Array({ maxLength: 200 })], { numRuns: 1000 })(
    'of any octets is explained to the last octet',
    octets => {
      const dissector = thrift.dissect('s2c');
      expect(explained([...dissector.push(octets), ...dissector.end()].map(({ pdu }) => pdu))).toBe(octets.length);
      thrift.recognise(octets, octets);
    },
    PATIENCE,
  );
});
