// Node's own HTTP/2 (nghttp2) as a peer over loopback: it understands our frames, and we understand its.
import { createServer, type Http2Server, connect as http2Connect, type IncomingHttpHeaders } from 'node:http2';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ByteWriter } from '../../src/wire/bytes/byte-writer';
import { type DynamicTable, EMPTY_TABLE } from '../../src/wire/hpack/dynamic-table';
import type { HeaderField } from '../../src/wire/hpack/header-field';
import { C_CORE_CLOSE, cCorePolicy, NGHTTP2 } from '../../src/wire/hpack/policies';
import { type EncodingPolicy, writeHeaderBlock } from '../../src/wire/hpack/write-header-block';
import { ACK, CLIENT_PREFACE, END_STREAM, type Frame } from '../../src/wire/http2/frame';
import { FrameReader, type Received } from '../../src/wire/http2/frame-reader';
import { framePdu, headerFrames } from '../../src/wire/http2/header-frames';

let server: Http2Server;
const requests: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push({ headers: { ...request.headers }, body });
      response.setHeader('x-answer', 'yes');
      response.end('seen');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise(resolve => server.close(resolve)));

const FIELDS: readonly HeaderField[] = [
  { name: ':authority', value: '127.0.0.1' },
  { name: ':method', value: 'POST' },
  { name: ':path', value: '/demo.Calculator/Add' },
  { name: ':scheme', value: 'http' },
  { name: 'grpc-timeout', value: '4960m' },
  { name: 'trace-bin', value: 'AQID+g' },
  { name: 'content-type', value: 'application/grpc' },
  { name: 'te', value: 'trailers' },
];

it.each<[string, EncodingPolicy, number]>([
  ['nghttp2', NGHTTP2, 16384],
  ['gRPC’s C core', cCorePolicy(false), 16384],
  ['nobody who remembers anything, over many CONTINUATION frames', C_CORE_CLOSE, 20],
])('Node reads two requests that are encoded as by %s, and we read its answers', async (_, policy, maxFrameSize) => {
  requests.length = 0;
  const octets: Uint8Array[] = [new TextEncoder().encode(CLIENT_PREFACE)];
  const send = (frame: Frame) => octets.push(framePdu(frame).bytes);
  send({ type: 'SETTINGS', flags: 0, streamId: 0, settings: [[4, 65535]] });
  let table: DynamicTable = EMPTY_TABLE;
  for (const streamId of [1, 3]) {
    const block = new ByteWriter();
    table = writeHeaderBlock(block, FIELDS, table, policy);
    octets.push(...headerFrames({ streamId, flags: 0 }, block, maxFrameSize).map(({ bytes }) => bytes));
    const data = new TextEncoder().encode(`call ${streamId}`);
    send({ type: 'DATA', flags: END_STREAM, streamId, data, padding: new Uint8Array(7) });
  }
  const answers = await converse(octets);
  expect(requests.map(({ body }) => body)).toEqual(['call 1', 'call 3']);
  for (const { headers } of requests)
    expect(headers).toMatchObject(Object.fromEntries(FIELDS.map(({ name, value }) => [name, value])));
  const heads = answers.flatMap(item => (item.kind === 'frame' && item.fields ? [item.fields] : []));
  expect(heads.length).toBe(2);
  for (const fields of heads) {
    expect(fields[0]).toMatchObject({ name: ':status', value: '200' });
    expect(fields.find(({ name }) => name === 'x-answer')?.value).toBe('yes');
  }
});

it('Node’s client compresses its fields as our policy for nghttp2 does', async () => {
  const lists: readonly Record<string, string>[] = [
    {
      cookie: 'a=b',
      authorization: 'Basic YWxhZGRpbjpvcGVuc2VzYW1l',
      'if-modified-since': 'Sat, 03 Nov 2012 13:39:05 GMT',
    },
    { cookie: 'session=0123456789abcdefghij', etag: '"1"', age: '7', location: '/x', 'content-length': '5' },
    { 'x-large': 'x'.repeat(3100), 'set-cookie': 'a=b', 'user-agent': 'grpc-node-js/1.14.7' },
    { 'user-agent': 'grpc-node-js/1.14.7', te: 'trailers', 'x-octets': 'caf\u00e9', 'if-none-match': '"1"' },
  ];
  const blocks = await blocksOfClient(lists);
  expect(blocks.length).toBe(lists.length);
  let table: DynamicTable = EMPTY_TABLE;
  for (const { fields, octets } of blocks) {
    const block = new ByteWriter();
    table = writeHeaderBlock(block, fields, table, NGHTTP2);
    expect(block.finish()).toEqual(octets);
  }
});

/** What Node's client sends as the field blocks of requests with `lists` of header fields. */
function blocksOfClient(lists: readonly Record<string, string>[]) {
  return new Promise<{ fields: readonly HeaderField[]; octets: Uint8Array }[]>((resolve, reject) => {
    const reader = new FrameReader('client');
    const blocks: { fields: readonly HeaderField[]; octets: Uint8Array }[] = [];
    const peer = createTcpServer(socket => {
      socket.on('data', chunk => {
        for (const item of reader.push(new Uint8Array(chunk)))
          if (item.kind === 'frame' && item.frame.type === 'HEADERS' && item.fields)
            blocks.push({ fields: item.fields, octets: item.frame.fragment });
        if (blocks.length < lists.length) return;
        session.destroy();
        socket.destroy();
        peer.close(() => resolve(blocks));
      });
      socket.write(framePdu({ type: 'SETTINGS', flags: 0, streamId: 0, settings: [] }).bytes);
    });
    peer.listen(0, '127.0.0.1', request);
    let session: ReturnType<typeof http2Connect>;
    function request() {
      session = http2Connect(`http://127.0.0.1:${(peer.address() as AddressInfo).port}`);
      session.on('error', reject);
      for (const headers of lists) session.request({ ':path': '/', ...headers }).on('error', () => {});
    }
  });
}

/** Sends `octets`, acknowledges the server's settings, and returns what it sends until both streams have ended. */
function converse(octets: readonly Uint8Array[]): Promise<Received[]> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const reader = new FrameReader('server');
    const received: Received[] = [];
    let ended = 0;
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of octets) socket.write(part);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.on('data', chunk => {
      const items = reader.push(new Uint8Array(chunk));
      received.push(...items);
      for (const item of items) {
        if (item.kind === 'broken') return reject(new Error(item.problem.code));
        if (item.kind !== 'frame') continue;
        const { type, flags, streamId } = item.frame;
        if (type === 'SETTINGS' && !(flags & ACK))
          socket.write(framePdu({ type: 'SETTINGS', flags: ACK, streamId: 0, settings: [] }).bytes);
        if ((type === 'DATA' || type === 'HEADERS') && flags & END_STREAM && streamId > 0) ended++;
        if (type === 'GOAWAY' || type === 'RST_STREAM') reject(new Error(type));
      }
      if (ended === 2) socket.end();
    });
  });
}
