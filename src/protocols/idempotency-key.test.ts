// The key of a call goes where the protocol has a place for it, and comes out as it went in.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEnds, written } from '../../test/protocol-laws';
import { parseInterface } from '../idl/parse';
import { FrameReader } from '../wire/http2/frame-reader';
import { dubbo } from './dubbo/dubbo';
import { grpc } from './grpc/grpc';
import { jsonRpc } from './json-rpc/json-rpc';
import { completeOptions } from './options';
import type { Call, Options, Protocol } from './protocol';
import { rest } from './rest/rest';
import { thrift } from './thrift/thrift';
import { xmlRpc } from './xml-rpc/xml-rpc';

const service = parseInterface('service demo.Calculator\nfun_add(a: int, b: int): int\nwide(a: byte): byte\n');

const CARRIERS: readonly (readonly [string, Protocol, Options])[] = [
  ['XML-RPC, Python', xmlRpc, { client: 'python', server: 'python' }],
  ['XML-RPC, npm', xmlRpc, { client: 'node', server: 'node' }],
  ['JSON-RPC over HTTP', jsonRpc, {}],
  ['REST, fetch', rest, { client: 'fetch' }],
  ['REST, curl', rest, { client: 'curl' }],
  ['gRPC, grpc-js', grpc, { client: 'grpc-js', server: 'grpc-js' }],
  ['gRPC, C core', grpc, { client: 'c-core', server: 'c-core' }],
  ['Dubbo, dubbo2.js', dubbo, { client: 'dubbo2' }],
  ['Dubbo, sofa-rpc-node', dubbo, { client: 'sofa' }],
];

/** The octets of a request, and what the server reads in them. */
function sent(protocol: Protocol, chosen: Options, calls: readonly Call[], batch = false) {
  const { client, server } = openEnds(protocol, service, completeOptions(protocol.options, chosen));
  const opening = client.opening?.().pdu.bytes;
  if (opening) server.receive(opening);
  const { bytes } = written(client, client.request(calls, batch));
  const [{ content }] = server.receive(bytes);
  if (!content || 'code' in content) throw new Error('not read');
  return { text: Buffer.from(bytes).toString('latin1'), invocations: content.invocations };
}

const add = (key?: string): Call => ({ method: 'fun_add', args: [2, 3], ...(key !== undefined && { key }) });

describe.each(CARRIERS)('A key in %s', (_, protocol, options) => {
  test.prop([fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code)) })])(
    'is read as it was written',
    text => {
      const key = `k${text}k`;
      expect(protocol.carriesKey(completeOptions(protocol.options, options))).toBe(true);
      expect(sent(protocol, options, [add(key)]).invocations).toMatchObject([{ method: 'fun_add', args: [2, 3], key }]);
    },
  );

  it('is not there when the call has none', () => {
    const { text, invocations } = sent(protocol, options, [add()]);
    expect(text).not.toMatch(/idempotency-key/i);
    expect(invocations[0]).not.toHaveProperty('key');
  });
});

describe('The header field', () => {
  it('holds a String of Structured Fields: draft-ietf-httpapi-idempotency-key-header-07 §2.1, Example', () => {
    const key = '8e03978e-40d5-43dd-bc93-6894a57f9324';
    const { text } = sent(rest, {}, [add(key)]);
    expect(text).toContain('\r\nIdempotency-Key: "8e03978e-40d5-43dd-bc93-6894a57f9324"\r\n');
  });

  it('goes with the conversion of values that the protocol has no type for', () => {
    const { invocations } = sent(rest, {}, [{ method: 'wide', args: [7], key: 'k' }]);
    expect(invocations).toMatchObject([{ args: [7], key: 'k' }]);
  });

  it('stands where the libraries put the program’s own fields', () => {
    const names = (protocol: Protocol, options: Options) =>
      [...sent(protocol, options, [add('k')]).text.matchAll(/\r\n([\w-]+): /g)].map(([, name]) => name);
    expect(names(xmlRpc, { client: 'python' })).toEqual([
      'Host',
      'Idempotency-Key',
      'Accept-Encoding',
      'Content-Type',
      'User-Agent',
      'Content-Length',
    ]);
    expect(names(xmlRpc, { client: 'node' })[0]).toBe('Idempotency-Key');
  });

  it('tells the calls of a batch apart by their places', () => {
    const { invocations } = sent(jsonRpc, {}, [add('k'), add('other')], true);
    expect(invocations.map(({ key }) => key)).toEqual(['k', 'k#1']);
  });
});

describe('A protocol without a place for a key', () => {
  it.each([
    ['JSON-RPC over TCP', jsonRpc, { transport: 'tcp' }],
    ['Thrift', thrift, {}],
  ])('says so: %s', (_, protocol, options) => {
    const chosen = completeOptions(protocol.options, options);
    expect(protocol.carriesKey(chosen)).toBe(false);
    expect(sent(protocol, chosen, [add('k')]).text).toBe(sent(protocol, chosen, [add()]).text);
  });
});

describe('A retried call of gRPC', () => {
  // Recorded: both libraries with a retryPolicy against a server that answers UNAVAILABLE twice.
  it.each([
    ['grpc-js', 'grpc-previous-rpc-attempts', 'grpc-timeout', '4811m'],
    ['c-core', 'grpc-timeout', 'grpc-previous-rpc-attempts', '4820m'],
  ])(
    'says how often it was tried before, where %s says it, and how much time is left',
    (library, first, second, left) => {
      const { client } = openEnds(grpc, service, { client: library, server: library });
      const request = client.request([{ ...add(), deadline: 4810.2, attempt: 1 }], false);
      const frames = new FrameReader('client').push(
        Uint8Array.from([...client.opening!().pdu.bytes, ...written(client, request).bytes]),
      );
      const fields = frames.flatMap(frame => (frame.kind === 'frame' ? (frame.fields ?? []) : []));
      const names = fields.map(({ name }) => name);
      expect(names.indexOf(second)).toBe(names.indexOf(first) + 1);
      const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      expect(values).toMatchObject({ 'grpc-previous-rpc-attempts': '1', 'grpc-timeout': left });
    },
  );
});
