// The HTTP messages of both flavours: which header fields they send, in which order and case, and in how many writes.
// CPython 3.11: http/client.py, http/server.py, xmlrpc/client.py, xmlrpc/server.py. npm xmlrpc 1.3.2 on Node 20: lib/client.js, lib/server.js.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { gzip } from '../../wire/gzip/gzip';
import { closesConnection, type Field, fieldValue, type Head, type RequestHead } from '../../wire/http1/head';
import { httpDate } from '../../wire/http1/http-date';
import { httpMessage } from '../../wire/http1/write-message';
import type { Outgoing } from '../protocol';
import type { Flavour } from './settings';

const PATH = '/RPC2';
/** Replies longer than this are compressed for a client that accepts it: SimpleXMLRPCRequestHandler.encode_threshold. */
const ENCODE_THRESHOLD = 1400;
/** GzipFile writes 255, unknown, as the operating system. */
const UNKNOWN_OS = 255;

/**
 * A request with `body`, as the client of `flavour` sends it to `authority`. The program's `own` fields come before the library's: ServerProxy's
 * `headers`, and npm xmlrpc's option of that name.
 */
export function postRequest(flavour: Flavour, authority: string, body: ByteWriter, own: readonly Field[]): Outgoing {
  const length: Field = ['Content-Length', String(body.length)];
  const fields: readonly Field[] =
    flavour === 'python'
      ? [
          ['Host', authority],
          ...own,
          ['Accept-Encoding', 'gzip'],
          ['Content-Type', 'text/xml'],
          ['User-Agent', 'Python-xmlrpc/3.11'],
          length,
        ]
      : [
          ...own,
          ['User-Agent', 'NodeJS XML-RPC Client'],
          ['Content-Type', 'text/xml'],
          ['Accept', 'text/xml'],
          ['Accept-Charset', 'UTF8'],
          ['Connection', 'Keep-Alive'],
          length,
          ['Host', authority],
        ];
  const head: RequestHead = { kind: 'request', method: 'POST', target: PATH, version: '1.1', fields };
  const { pdu, headLength } = httpMessage(head, { octets: body });
  // http.client gives head and body to the socket one after the other; Node joins them.
  const writes = flavour === 'python' ? [headLength, pdu.bytes.length] : [pdu.bytes.length];
  return { pdu, writes, close: false };
}

/** The reply of Python's server at wall-clock time `now`, in ms since 1970. */
export function pythonReply(request: Head, http: '1.1' | '1.0', now: number, body: ByteWriter): Outgoing {
  const fields: Field[] = [...pythonFields(now), ['Content-type', 'text/xml']];
  let octets = body;
  if (body.length > ENCODE_THRESHOLD && acceptsGzip(request)) {
    octets = new ByteWriter(true, 1024);
    gzip.get().writeGzip(octets, body.finish(), { modifiedAt: Math.floor(now / 1000), level: 1, os: UNKNOWN_OS });
    fields.push(['Content-Encoding', 'gzip']);
  }
  fields.push(['Content-length', String(octets.length)]);
  const content =
    octets === body ? undefined : { format: 'xml-rpc', bytes: body.finish(), annotations: body.annotations! };
  const head: Head = { kind: 'response', version: http, status: 200, reason: 'OK', fields };
  return whole(httpMessage(head, { octets, content }).pdu, http === '1.0' || closesConnection(request));
}

/** What its server says of itself in every response. */
export function pythonFields(now: number): Field[] {
  return [
    ['Server', 'BaseHTTP/0.6 Python/3.11.2'],
    ['Date', httpDate(now)],
  ];
}

/** Whether Accept-Encoding names gzip with a weight above zero. RFC 9110 §12.5.3. */
function acceptsGzip(request: Head): boolean {
  return (fieldValue(request, 'Accept-Encoding') ?? '')
    .split(',')
    .some(coding => /^\s*gzip\s*(?:;\s*q\s*=\s*(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(coding));
}

/** A message in one write. */
export function whole(pdu: Outgoing['pdu'], close: boolean): Outgoing {
  return { pdu, writes: [pdu.bytes.length], close };
}
