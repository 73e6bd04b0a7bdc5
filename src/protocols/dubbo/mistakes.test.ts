// Mistakes of the peers that show on the wire, and messages that no peer would write.
import { describe, expect, test } from 'vitest';
import { parseInterface } from '../../idl/parse';
import { ANY } from '../../idl/types';
import type { Value } from '../../idl/value';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { hexText } from '../../wire/bytes/field-value';
import { HessianReader } from '../../wire/hessian2/hessian-reader';
import { HessianList } from '../../wire/hessian2/hessian-value';
import type { Options } from '../protocol';
import { dubbo } from './dubbo';
import { readValue } from './read-value';

const SERVICE = parseInterface('service com.demo.Calculator\nfun_add(a: int, b: int): int\n');

function request(options: Options) {
  const context = { service: SERVICE, options, authority: 'localhost:1', now: () => 0, random: () => 0 };
  const client = dubbo.openClient(context).connect();
  const server = dubbo.openServer(context).accept();
  const [{ content }] = server.receive(client.request([{ method: 'fun_add', args: [2, 3] }], false).pdu.bytes);
  if (!content || !('reply' in content)) throw new Error('no request was read');
  return { client, content };
}

/** The data of the response to fun_add, and what the client makes of it. */
function answer(options: Options, value: Value) {
  const { client, content } = request(options);
  const { bytes } = content.reply([{ kind: 'returned', value }])!.pdu;
  const [reply] = client.receive(bytes);
  return [hexText(bytes.subarray(16)), reply.content];
}

describe('Mistakes of the peers', () => {
  test('apache-dubbo-serialization counts arguments by semicolons: of II it reads one', () => {
    expect(request({ server: 'apache' }).content.invocations[0].args).toEqual([2]);
    expect(request({ server: 'apache', types: 'boxed' }).content.invocations[0].args).toEqual([2, 3]);
  });

  test('dubbo-remoting writes 0 without a type, which reads as an exception that is missing', () => {
    expect(answer({ results: 'plain' }, 0)).toEqual(['90', expect.objectContaining({ code: 'bytes.unexpected-end' })]);
    expect(answer({}, 0)).toEqual(['9190', { outcomes: [{ kind: 'returned', value: 0 }] }]);
  });

  test('apache-dubbo-service takes 0 for null', () => {
    const [hex] = answer({ server: 'apache', types: 'boxed', results: 'plain' }, 0);
    expect(hex).toBe('92');
  });

  test('dubbo2.js takes the length of an error message for a part of it', () => {
    const { client, content } = request({});
    const { bytes } = content.reply([{ kind: 'threw', error: { message: 'no' } }])!.pdu;
    const [reply] = client.receive(bytes);
    expect(reply.content).toEqual({
      outcomes: [{ kind: 'threw', error: { exception: 'Error', message: '\u0002no' } }],
    });
  });
});

describe('A value that', () => {
  test('contains itself is refused', () => {
    const list = new HessianList(undefined);
    list.elements.push(list);
    expect(() => readValue(ANY, list)).toThrowError(/dubbo\.too-deep/);
  });

  test('is shared so often that few octets stand for millions of values is refused', () => {
    // Each of 40 lists holds the one after it, and then a reference to it.
    const octets: number[] = [];
    for (let i = 0; i < 40; i++) octets.push(0x7a);
    octets.push(0x90, 0x90);
    for (let i = 39; i > 0; i--) octets.push(0x51, 0x90 + i);
    const value = new HessianReader(new ByteReader(Uint8Array.from(octets))).read();
    expect(() => readValue(ANY, value)).toThrowError(/dubbo\.too-many-values/);
  });
});
