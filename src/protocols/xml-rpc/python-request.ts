// What Python's server reads in a request: a call, or the exception that reading it raises. Lib/xmlrpc/server.py, _marshaled_dispatch.
import type { ServiceError } from '../../idl/value';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import type { Body } from './body';
import { pythonExceptions } from './python-parts';
import type { CallDocument } from './read-document';

const CRLF_CRLF = [0x0d, 0x0a, 0x0d, 0x0a];

/** The call in `message`, whose head is in order. */
export function pythonCall({ content, pdu }: HttpMessage<Body>): CallDocument | ServiceError {
  if (content === undefined) return pythonExceptions.get().emptyDocumentException();
  if (isProblem(content)) {
    // A problem within a compressed body counts from the beginning of what it inflates to.
    const start = pdu.content ? 0 : bodyStart(pdu.bytes);
    const document = pdu.content?.bytes ?? pdu.bytes.subarray(start);
    return pythonExceptions.get().readingException(document, content, (content.at?.offset ?? 0) - start);
  }
  if (content.kind === 'call') return content;
  // loads() raises the fault that it reads, and the server sends it back.
  if (content.kind === 'fault') return { code: content.code, message: content.text };
  return { exception: 'Exception', message: 'method "None" is not supported' };
}

/** Where the head has ended. */
function bodyStart(octets: Uint8Array): number {
  let at = octets.indexOf(CRLF_CRLF[0]);
  while (!CRLF_CRLF.every((octet, i) => octets[at + i] === octet)) at = octets.indexOf(CRLF_CRLF[0], at + 1);
  return at + CRLF_CRLF.length;
}
