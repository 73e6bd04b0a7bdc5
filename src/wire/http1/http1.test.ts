import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { ByteWriter } from '../bytes/byte-writer';
import { leafFields } from '../bytes/field-tree';
import { tilingFault } from '../bytes/tiling';
import { writeGzip } from '../gzip/write-gzip';
import { closesConnection, type Head } from './head';
import { MessageReader } from './message-reader';
import { type BodyFormat, isProblem } from './read-message';
import { httpMessage } from './write-message';

/** Bodies taken as they are: what the tests need of a protocol. */
const TEXT: BodyFormat<{ text: string }> = {
  format: 'text',
  read: reader => ({ text: new TextDecoder().decode(reader.take(reader.remaining)) }),
};
const encode = (text: string) => new TextEncoder().encode(text);

function readAll(kind: Head['kind'], octets: Uint8Array, portion = octets.length || 1) {
  const reader = new MessageReader(kind, TEXT);
  const messages = [];
  for (let at = 0; at < octets.length; at += portion) messages.push(...reader.push(octets.slice(at, at + portion)));
  return [...messages, ...reader.end()];
}

function body(text: string): ByteWriter {
  const writer = new ByteWriter();
  writer.bytes(encode(text));
  return writer;
}

const POST: Head = {
  kind: 'request',
  method: 'POST',
  target: '/RPC2',
  version: '1.1',
  fields: [
    ['Host', '127.0.0.1:8000'],
    ['Content-Length', '5'],
  ],
};
const CHUNKED: Head = {
  kind: 'response',
  version: '1.1',
  status: 200,
  reason: 'OK',
  fields: [['Transfer-Encoding', 'chunked']],
};

describe('writing a message', () => {
  it('keeps the names of fields and their order', () => {
    const { pdu, headLength } = httpMessage(POST, { octets: body('hello') });
    const text = 'POST /RPC2 HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nContent-Length: 5\r\n\r\nhello';
    expect(new TextDecoder().decode(pdu.bytes)).toBe(text);
    expect(headLength).toBe(text.length - 5);
  });

  it('writes one chunk and the last chunk, as RFC 9112 §7.1 has it', () => {
    const { pdu } = httpMessage(CHUNKED, { octets: body('Wikipedia in chunks'), chunked: true });
    expect(new TextDecoder().decode(pdu.bytes)).toMatch(/\r\n\r\n13\r\nWikipedia in chunks\r\n0\r\n\r\n$/);
  });
});

describe('reading messages from a stream', () => {
  it.each([1, 7, 64, 100_000])('finds the same messages of a captured connection in portions of %i octets', portion => {
    for (const name of ['fun_add_keepalive2', 'node_order_rich', 'order_rich', 'fault_app']) {
      for (const { c2s, s2c } of readStreams('xmlrpc', name)) {
        for (const [kind, octets] of [
          ['request', c2s],
          ['response', s2c],
        ] as const) {
          const messages = readAll(kind, octets, portion);
          expect(messages.map(message => isProblem(message.content))).not.toContain(true);
          expect(messages.reduce((sum, { pdu }) => sum + pdu.bytes.length, 0)).toBe(octets.length);
          for (const { pdu } of messages) expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
        }
      }
    }
  });

  it('annotates as the writer does', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.boolean(),
        fc.constantFrom('x', 'X-Y'),
        fc.constantFrom('', 'a', 'a b'),
        (text, chunked, name, value) => {
          const octets = body(text);
          const framing = chunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(octets.length)];
          const head = { ...CHUNKED, fields: [[name, value], framing] } as unknown as Head;
          const written = httpMessage(head, { octets, chunked }).pdu;
          const [read] = readAll('response', written.bytes, 3);
          expect(read.head).toEqual(head);
          expect(read.pdu.annotations.toColumns()).toEqual(written.annotations.toColumns());
          expect(read.content).toEqual(octets.length > 0 ? { text } : undefined);
        },
      ),
    );
  });

  it('puts a body of several chunks together, trailer and extensions included', () => {
    const stream =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;a=b\r\nWiki\r\n5\r\npedia\r\n0\r\nX: y\r\n\r\n';
    const [{ content, pdu }] = readAll('response', encode(stream), 5);
    expect(content).toEqual({ text: 'Wikipedia' });
    expect(new TextDecoder().decode(pdu.content!.bytes)).toBe('Wikipedia');
    expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  });

  it('ends a response without a length where the connection ends', () => {
    const [{ content }] = readAll('response', encode('HTTP/1.0 200 OK\r\n\r\nall of it'), 4);
    expect(content).toEqual({ text: 'all of it' });
  });

  it('knows that 204 has no body, and goes on with the next response', () => {
    const messages = readAll(
      'response',
      encode('HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'),
    );
    expect(messages.map(({ content }) => content)).toEqual([undefined, { text: 'ok' }]);
  });

  it('ignores empty lines before a request (RFC 9112 §2.2)', () => {
    const [{ content, pdu }] = readAll('request', encode('\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nok'), 2);
    expect(content).toEqual({ text: 'ok' });
    expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  });

  it('shows a gzipped body as content of its own', () => {
    const octets = new ByteWriter();
    writeGzip(octets, encode('again and again and again'), { modifiedAt: 0, level: 1, os: 255 });
    const fields = [
      ['Content-Encoding', 'gzip'],
      ['Content-Length', String(octets.length)],
    ] as const;
    const [{ content, pdu }] = readAll('response', httpMessage({ ...CHUNKED, fields }, { octets }).pdu.bytes);
    expect(content).toEqual({ text: 'again and again and again' });
    expect(pdu.content?.format).toBe('text');
    expect(leafFields(pdu.annotations).map(({ name }) => name)).toContain('compressed-blocks');
  });
});

describe('what is no message', () => {
  it.each([
    ['request', 'nonsense\r\n\r\n', 'http1.bad-request-line'],
    ['response', 'HTTP/x 200\r\n\r\n', 'http1.bad-status-line'],
    ['request', 'POST / HTTP/1.1\r\nHost : x\r\n\r\n', 'http1.bad-field-line'],
    ['request', 'POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n', 'http1.bad-content-length'],
    ['request', 'POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n', 'http1.body-too-large'],
    ['request', 'POST / HTTP/1.1\r\nTransfer-Encoding: br\r\n\r\n', 'http1.unknown-transfer-coding'],
    ['request', 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n', 'http1.bad-chunk-size'],
    ['request', 'POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nhal', 'http1.incomplete'],
    ['request', `POST / HTTP/1.1\r\n${'x: y\r\n'.repeat(20_000)}`, 'http1.head-too-large'],
    [
      'response',
      'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx',
      'http1.unknown-content-coding',
    ],
    ['response', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx', 'bytes.unexpected-end'],
  ] as const)('%s %j is told as %s', (kind, stream, code) => {
    const [{ content, pdu }] = readAll(kind, encode(stream));
    expect(content).toMatchObject({ code });
    expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  });

  it('never hangs or crashes on damaged messages, and every octet has a field', () => {
    const streams = ['fun_add', 'order_rich', 'node_fun_add'].flatMap(name => readStreams('xmlrpc', name));
    fc.assert(
      fc.property(
        fc.constantFrom(...streams),
        fc.constantFrom('request' as const, 'response' as const),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        ({ c2s, s2c }, kind, changes, cut) => {
          const octets = (kind === 'request' ? c2s : s2c).slice();
          for (const [at, octet] of changes) octets[at % Math.min(octets.length, 400)] = octet;
          const kept = octets.subarray(0, cut % 3 === 0 ? cut % octets.length : octets.length);
          let seen = 0;
          for (const { pdu } of readAll(kind, kept, 50)) {
            expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
            seen += pdu.bytes.length;
          }
          expect(seen).toBe(kept.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('whether the connection stays', () => {
  it.each([
    ['1.1', undefined, false],
    ['1.1', 'close', true],
    ['1.0', undefined, true],
    ['1.0', 'Keep-Alive', false],
  ])('after a message of HTTP/%s with Connection: %s, the sender closes: %s', (version, connection, closes) => {
    const fields = connection ? [['Connection', connection] as const] : [];
    expect(closesConnection({ ...CHUNKED, version, fields } as Head)).toBe(closes);
  });
});
