// How Python's server refuses a request: with a page for people, or shortly. CPython 3.11: http/server.py, xmlrpc/server.py.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Head } from '../../wire/http1/head';
import { httpMessage } from '../../wire/http1/write-message';
import type { Outgoing } from '../protocol';
import { pythonFields, whole } from './http';
import { OTHER_TEXT } from './kinds';
import type { Refusal } from './python-refusal';

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
