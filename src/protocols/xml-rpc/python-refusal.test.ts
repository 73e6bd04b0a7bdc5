import { describe, expect, it } from 'vitest';
import { REFUSED_AT_SECONDS, refusedRequests } from '../../../test/captures/refusals';
import { parseInterface } from '../../idl/parse';
import { tilingFault } from '../../wire/bytes/tiling';
import { completeOptions } from '../options';
import type { Outgoing } from '../protocol';
import { xmlRpc } from './xml-rpc';

/** Where Python goes on with what follows, we close: nobody can tell where the head ends that is broken. */
const CLOSED_BY_US = ['a length that is no number', 'a field without a colon'];

/** What the simulated server answers to `request`, each character an octet. */
function answerTo(request: string, http: string): Outgoing {
  const server = xmlRpc.openServer({
    service: parseInterface('fun_add(a: int, b: int): int'),
    options: completeOptions(xmlRpc.options, { http }),
    authority: '127.0.0.1:8000',
    now: () => REFUSED_AT_SECONDS * 1000,
    random: () => 0,
  });
  const [incoming] = server.accept().receive(new Uint8Array(Buffer.from(request, 'latin1')));
  if ('code' in incoming.content!) throw new Error(incoming.content.code);
  return incoming.content!.reply([])!;
}

describe('a request that Python refuses', () => {
  it.each(refusedRequests())('$name, by a server of HTTP/$http: is answered as it answers', recorded => {
    const { pdu, close } = answerTo(recorded.request, recorded.http);
    expect(Buffer.from(pdu.bytes).toString('latin1')).toBe(recorded.answer);
    expect(close).toBe(recorded.closed || CLOSED_BY_US.includes(recorded.name));
    expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  });

  it('is one with a body nobody has read: the connection closes, since what follows would be taken for a request', () => {
    expect(answerTo('POST /elsewhere HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello', '1.1').close).toBe(true);
    expect(answerTo('POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n', '1.1').close).toBe(
      true,
    );
  });
});
