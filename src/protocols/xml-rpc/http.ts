// The HTTP messages of both flavours: which header fields they send, in which order and case, and in how many writes.
// CPython 3.11: http/client.py, http/server.py, xmlrpc/client.py, xmlrpc/server.py. npm xmlrpc 1.3.2 on Node 20: lib/client.js, lib/server.js.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { gzip } from '../../wire/gzip/gzip';
import { closesConnection, type Field, fieldValue, type Head, type RequestHead } from '../../wire/http1/head';
import { httpDate } from '../../wire/http1/http-date';
import { httpMessage } from '../../wire/http1/write-message';
import type { Outgoing } from '../protocol';
import { OTHER_TEXT } from './kinds';
import type { Refusal } from './python-refusal';
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

/** The answer that is no response of XML-RPC: with a page for people, with a line of text, or with nothing. */
export function pythonRefusalReply(refusal: Refusal, http: '1.1' | '1.0', now: number): Outgoing {
  const { status, reason, explanation, text, headless, closes } = refusal;
  const page = explanation === undefined ? (text ?? '') : pythonErrorPage(status, reason, explanation);
  const octets = new ByteWriter();
  if (page !== '') {
    octets.begin(OTHER_TEXT);
    octets.text(page);
    octets.end();
  }
  if (headless) return whole({ format: 'xml-rpc', bytes: octets.finish(), annotations: octets.annotations! }, true);
  const length = String(octets.length);
  const fields = pythonFields(now);
  if (explanation !== undefined)
    fields.push(['Connection', 'close'], ['Content-Type', 'text/html;charset=utf-8'], ['Content-Length', length]);
  else if (text !== undefined) fields.push(['Content-type', 'text/plain'], ['Content-length', length]);
  else fields.push(['Content-length', '0']);
  const head: Head = { kind: 'response', version: http, status, reason, fields };
  return whole(httpMessage(head, refusal.bodiless ? undefined : { octets }).pdu, closes || http === '1.0');
}

/** DEFAULT_ERROR_MESSAGE of Lib/http/server.py, filled in. */
function pythonErrorPage(status: number, message: string, explanation: string): string {
  return `<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: ${status}</p>
        <p>Message: ${escaped(message)}.</p>
        <p>Error code explanation: ${status} - ${escaped(explanation)}.</p>
    </body>
</html>
`;
}

/** html.escape(text, quote=False). */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function pythonFields(now: number): Field[] {
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
