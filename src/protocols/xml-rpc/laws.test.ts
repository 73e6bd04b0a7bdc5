import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCall, arbitraryXmlText, type Ingredients, serviceOf } from '../../../test/arbitraries';
import { INT, type Method } from '../../idl/types';
import { Dynamic, type Value } from '../../idl/value';
import { fieldNode, rowOfValuePath, type ValuePath } from '../../wire/bytes/field-tree';
import type { Pdu } from '../../wire/bytes/pdu';
import { tilingFault } from '../../wire/bytes/tiling';
import { completeOptions } from '../options';
import type { Options, SessionContext } from '../protocol';
import { xmlRpc } from './xml-rpc';

/** JavaScript writes a number without a fraction as int, so only the others stay doubles. */
const fractions: Arbitrary<number> = fc.integer({ min: -1e6, max: 1e6 }).map(number => number + 0.25);
/** Longer integers than `int` may not fit. */
const scalars = ['boolean', 'byte', 'short', 'int', 'float', 'double', 'string', 'bytes', 'datetime', 'any'] as const;
const PYTHON: Ingredients = { scalars, text: arbitraryXmlText };
const NODE: Ingredients = { ...PYTHON, double: fractions };

const FLAVOURS: readonly (readonly [name: string, options: Options, ingredients: Ingredients])[] = [
  ['Python with Python', {}, PYTHON],
  ['npm xmlrpc with itself', { client: 'node', server: 'node' }, NODE],
  ['npm xmlrpc with Python', { client: 'node' }, NODE],
  ['Python with npm xmlrpc over HTTP', { server: 'node', http: '1.0' }, NODE],
];

/** Milliseconds: thousands of messages take a while on a busy machine. */
const LONG = 120_000;

function open(method: Method, options: Options) {
  const context: SessionContext = {
    service: serviceOf(method),
    options: completeOptions(xmlRpc.options, options),
    authority: 'host:80',
    now: () => 0,
    random: () => 0,
  };
  return { client: xmlRpc.openClient(context).connect(), server: xmlRpc.openServer(context).accept() };
}

/** In portions, as TCP delivers them. */
function inPortions<T>(octets: Uint8Array, portion: number, receive: (octets: Uint8Array) => T[]): T {
  const all: T[] = [];
  for (let at = 0; at < octets.length; at += portion) all.push(...receive(octets.slice(at, at + portion)));
  expect(all).toHaveLength(1);
  return all[0];
}

/** nil in an optional `any` is simply absent: XML-RPC cannot tell the two apart. */
function withoutTypedNil(value: Value): Value {
  if (value instanceof Dynamic) {
    return value.type.kind === 'void' ? null : new Dynamic(value.type, withoutTypedNil(value.value));
  }
  if (value instanceof Map) return new Map([...value].map(([name, member]) => [name, withoutTypedNil(member)]));
  return Array.isArray(value) ? value.map(withoutTypedNil) : value;
}

function expectSameFields(written: Pdu, read: Pdu): void {
  expect(Buffer.compare(read.bytes, written.bytes)).toBe(0);
  expect(tilingFault(written.annotations, written.bytes.length)).toBeUndefined();
  const [own, theirs] = [written.annotations.toColumns(), read.annotations.toColumns()];
  expect(theirs.names).toEqual(own.names);
  // Joined, because a matcher looks at thousands of integers one by one.
  expect(theirs.rows.join()).toBe(own.rows.join());
  expect(read.content === undefined).toBe(written.content === undefined);
  if (written.content) expectSameFields(written.content, read.content!);
}

describe.each(FLAVOURS)('%s', (_, options, ingredients) => {
  it(
    'carries every call and every result, and both sides see the same fields',
    () => {
      fc.assert(
        fc.property(
          arbitraryCall(ingredients),
          fc.integer({ min: 1, max: 3000 }),
          ({ method, args, result }, portion) => {
            const { client, server } = open(method, options);
            const request = client.request([{ method: method.name, args }], false);
            const heard = inPortions(request.pdu.bytes, portion, octets => server.receive(octets));
            expectSameFields(request.pdu, heard.pdu);
            if ('code' in heard.content!) throw new Error(heard.content.code);
            const [invocation] = heard.content!.invocations;
            expect(invocation.method).toBe(method.name);
            expect(invocation.args.map(withoutTypedNil)).toEqual(args.map(withoutTypedNil));

            const reply = heard.content!.reply([{ kind: 'returned', value: result }])!;
            const answer = inPortions(reply.pdu.bytes, portion, octets => client.receive(octets));
            expectSameFields(reply.pdu, answer.pdu);
            if ('code' in answer.content!) throw new Error(answer.content.code);
            const [outcome] = answer.content!.outcomes;
            expect(outcome.kind === 'returned' && withoutTypedNil(outcome.value)).toEqual(withoutTypedNil(result));
          },
        ),
        { numRuns: 60 },
      );
    },
    LONG,
  );
});

describe('several calls in one message', () => {
  const python = (method: Method) => open(method, {});
  const textsOf = (pdu: Pdu, ...paths: ValuePath[]) =>
    paths.map(path => {
      const row = rowOfValuePath(pdu.annotations, path);
      const node = row < 0 ? undefined : fieldNode(pdu.annotations, row);
      return (
        node &&
        Buffer.from(pdu.bytes.subarray(node.start, node.end))
          .toString()
          .replace(/<[^>]*>|\s/g, '')
      );
    });
  const add: Method = {
    name: 'add',
    params: [
      { name: 'a', type: INT },
      { name: 'b', type: INT },
    ],
    result: INT,
    throws: [],
    oneway: false,
  };

  it('have the same fields on both sides, whatever they carry', () => {
    fc.assert(
      fc.property(arbitraryCall(PYTHON), ({ method, args, result }) => {
        const { client, server } = python(method);
        const calls = [
          { method: method.name, args },
          { method: 'no such method', args: [] },
          { method: method.name, args },
        ];
        const request = client.request(calls, true);
        const [heard] = server.receive(request.pdu.bytes);
        expectSameFields(request.pdu, heard.pdu);
        if ('code' in heard.content!) throw new Error(heard.content.code);
        const reply = heard.content!.reply(
          heard.content!.invocations.map(() => ({ kind: 'returned', value: result })),
        )!;
        expectSameFields(reply.pdu, client.receive(reply.pdu.bytes)[0].pdu);
      }),
      { numRuns: 60 },
    );
  });

  it('have the value paths of a batch', () => {
    const { client, server } = python(add);
    const calls = [
      { method: 'add', args: [2, 3] },
      { method: 'add', args: [4] },
    ];
    const { pdu } = client.request(calls, true);
    expect(textsOf(pdu, ['batch', 0, 'args', 0], ['batch', 0, 'args', 1], ['batch', 1, 'args', 0])).toEqual([
      '2',
      '3',
      '4',
    ]);
    const { content } = server.receive(pdu.bytes)[0];
    const reply = 'code' in content! ? undefined : content!.reply([{ kind: 'returned', value: 5 }]);
    expect(textsOf(reply!.pdu, ['batch', 0, 'result'], ['batch', 1, 'error', 'faultCode'], ['result'])).toEqual([
      '5',
      'faultCode1',
      undefined,
    ]);
  });

  it('say which argument of which call cannot be written', () => {
    const calls = [
      { method: 'add', args: [2, 3] },
      { method: 'add', args: [4, 2 ** 40] },
    ];
    expect(() => python(add).client.request(calls, true)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ at: { path: ['batch', 1, 'args', 1] } }),
      }),
    );
  });

  it('may be written out as a call: nobody can tell it from a batch', () => {
    const { client, server } = python(add);
    const call = new Dynamic(
      { kind: 'map', value: { kind: 'any' } },
      new Map<string, Value>([
        ['methodName', new Dynamic({ kind: 'string' }, 'add')],
        ['params', new Dynamic({ kind: 'list', element: INT }, [2, 3])],
      ]),
    );
    const calls = new Dynamic({ kind: 'list', element: { kind: 'any' } }, [call]);
    const request = client.request([{ method: 'system.multicall', args: [calls] }], false);
    const [heard] = server.receive(request.pdu.bytes);
    expectSameFields(request.pdu, heard.pdu);
    if ('code' in heard.content!) throw new Error(heard.content.code);
    const reply = heard.content!.reply([{ kind: 'returned', value: 5 }])!;
    expectSameFields(reply.pdu, client.receive(reply.pdu.bytes)[0].pdu);
  });
});

describe('damaged messages', () => {
  it(
    'give a problem with a place, or a fault, but never a crash, and every octet has a field',
    () => {
      const damage = fc.array(
        fc.record({ how: fc.constantFrom('flip', 'cut', 'insert'), at: fc.nat(), octet: fc.nat(255) }),
        { minLength: 1, maxLength: 3 },
      );
      fc.assert(
        fc.property(arbitraryCall(PYTHON), fc.boolean(), damage, ({ method, args }, node, changes) => {
          const { client, server } = open(method, node ? { client: 'node', server: 'node' } : {});
          const { pdu } = client.request([{ method: method.name, args }], false);
          const text = Buffer.from(pdu.bytes).toString('latin1');
          const [head, body] = text.split('\r\n\r\n');
          const damaged = changes.reduce(spoil, Buffer.from(body, 'latin1'));
          const fitted = head.replace(/Content-Length: \d+/, `Content-Length: ${damaged.length}`);
          const octets = Buffer.concat([Buffer.from(`${fitted}\r\n\r\n`, 'latin1'), damaged]);
          for (const { pdu: read, content } of server.receive(new Uint8Array(octets))) {
            expect(tilingFault(read.annotations, read.bytes.length)).toBeUndefined();
            if (!('code' in content!) && content!.invocations.length === 0) expect(content!.reply([])).toBeDefined();
          }
          const dissector = xmlRpc.dissect('c2s');
          const pdus = [...dissector.push(new Uint8Array(octets)), ...dissector.end()].map(({ pdu }) => pdu);
          expect(pdus.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(octets.length);
          for (const each of pdus) expect(tilingFault(each.annotations, each.bytes.length)).toBeUndefined();
        }),
        { numRuns: 1000 },
      );
    },
    LONG,
  );
});

interface Damage {
  readonly how: string;
  readonly at: number;
  readonly octet: number;
}

function spoil(octets: Buffer, { how, at, octet }: Damage): Buffer {
  const place = at % (octets.length || 1);
  if (how === 'cut') return octets.subarray(0, place);
  if (how === 'insert') return Buffer.concat([octets.subarray(0, place), Buffer.of(octet), octets.subarray(place)]);
  const flipped = Buffer.from(octets);
  if (flipped.length > 0) flipped[place] ^= 1 << (octet % 8);
  return flipped;
}
