// What holds for every interface and every call.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCall, arbitraryFiniteDouble, serviceOf } from '../../../test/arbitraries';
import { describeDamagedStreams, expectSame, openEnds, PATIENCE } from '../../../test/protocol-laws';
import { INT } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { rest } from './rest';

/** What comes back as it went: every type but `any`, whose values lose their own types. JSON writes -0 as 0. */
const typed = {
  scalars: ['boolean', 'int', 'long', 'double', 'string', 'bytes', 'datetime'] as const,
  double: arbitraryFiniteDouble.map(value => value + 0),
};

describe('A call over REST', () => {
  test.prop([arbitraryCall(typed)])(
    'arrives as it was sent, in the same fields, and so does its result',
    ({ method, args, result }) => {
      const { client, server } = openEnds(rest, serviceOf(method));
      const request = client.request([{ method: method.name, args }], false);
      const [incoming] = server.receive(request.pdu.bytes);
      expectSame(incoming.pdu, request.pdu);
      if (!incoming.content || 'code' in incoming.content) throw new Error('not read');
      expect(incoming.content.invocations).toEqual([{ method: method.name, args }]);
      const outcome: Outcome = { kind: 'returned', value: result };
      const reply = incoming.content.reply([outcome])!;
      const [answer] = client.receive(reply.pdu.bytes);
      expectSame(answer.pdu, reply.pdu);
      expect(answer.content).toEqual({ outcomes: [outcome] });
    },
    PATIENCE,
  );

  const method = { name: 'fun_add', params: [{ name: 'a', type: INT }], result: INT, oneway: false, throws: [] };

  it.each([
    ['a fault with a status of its own', { message: 'no such user', code: 404 }, 404, 'Not Found'],
    ['a fault with another code', { message: 'no money', code: 7 }, 422, 'Unprocessable Entity'],
    ['an exception', { exception: 'ValueError', message: 'bad' }, 500, 'Internal Server Error'],
  ])('answers %s with its status', (_, error, status, phrase) => {
    const { client, server } = openEnds(rest, serviceOf(method));
    const [incoming] = server.receive(client.request([{ method: 'fun_add', args: [1] }], false).pdu.bytes);
    if (!incoming.content || 'code' in incoming.content) throw new Error('not read');
    const reply = incoming.content.reply([{ kind: 'threw', error }])!;
    expect(new TextDecoder().decode(reply.pdu.bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} ${phrase}\r\n`));
    const [answer] = client.receive(reply.pdu.bytes);
    expect(answer.content).toEqual({
      outcomes: [{ kind: 'threw', error: expect.objectContaining({ code: status, message: error.message }) }],
    });
  });

  it('is refused with 404 where no function has its path', () => {
    const { client } = openEnds(rest, serviceOf(method));
    const { server } = openEnds(rest, serviceOf());
    const [incoming] = server.receive(client.request([{ method: 'fun_add', args: [1] }], false).pdu.bytes);
    if (!incoming.content || 'code' in incoming.content) throw new Error('not read');
    expect(incoming.content.invocations).toEqual([]);
    expect(new TextDecoder().decode(incoming.content.reply([])!.pdu.bytes)).toMatch(/^HTTP\/1.1 404 Not Found\r\n/);
  });
});

describeDamagedStreams(rest, { calls: arbitraryCall(typed), options: fc.constant({}) });
