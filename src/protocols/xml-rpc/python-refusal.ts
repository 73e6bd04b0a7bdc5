// What Python's server answers to a request before it looks for a call in it: BaseHTTPRequestHandler.parse_request and send_error
// (Lib/http/server.py), SimpleXMLRPCRequestHandler.do_POST (Lib/xmlrpc/server.py), CPython 3.11.
// Simplified: Python reads line by line: it ends lines with LF alone too, answers a bad request line as soon as it has it, and an empty one
// not at all. Here the whole head comes first, and empty lines before it are passed over. Where Python leaves the body of a refused request
// unread, and takes it for the next request line, here the connection is closed.

import { octetText } from '../../wire/bytes/octet-text';
import { closesConnection, fieldValue, type RequestHead } from '../../wire/http1/head';
import { type HttpMessage, isProblem } from '../../wire/http1/read-message';
import type { Body } from './body';
import { pythonQuoted } from './python-text';
import { isPath, MAX_FIELD_LINES, MAX_LINE } from './python-usual-request';

/** An answer that is no response of XML-RPC. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
  /** Why, on the page for people that comes with it; undefined when none does. */
  readonly explanation?: string;
  /** The text that comes instead of a page. */
  readonly text?: string;
  /** HTTP/0.9 has no head: an answer to what may be of that version is the page alone. */
  readonly headless?: boolean;
  /** Only the head is wanted: HEAD. */
  readonly bodiless?: boolean;
  /** The connection is of no further use: with a page it always closes. */
  readonly closes: boolean;
}

type Reason = Omit<Refusal, 'closes'>;

const LF = 0x0a;
/** What str.split() takes for white space among the characters of ISO 8859-1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python counts the information separators 1C to 1F as white space.
const SPACES = /[\t-\r\u001c- \u0085\u00a0]+/;

const BAD_REQUEST = 'Bad request syntax or unsupported method';
const INTERNAL_ERROR: Reason = { status: 500, reason: 'Internal Server Error' };

/** Why Python refuses `request`; undefined when it reads the body as a call. */
export function pythonRefusal(request: HttpMessage<Body>): Refusal | undefined {
  const { head, content, pdu } = request;
  const reason = refusedHead(pdu.bytes);
  if (!reason && head?.kind === 'request') return refusedBody(head, content);
  const hasPage = reason?.explanation !== undefined;
  const closes = hasPage || !head || closesConnection(head) || content !== undefined;
  return { ...(reason ?? INTERNAL_ERROR), closes };
}

function refusedHead(octets: Uint8Array): Reason | undefined {
  return refusedLine(octets) ?? refusedFields(octets) ?? refusedMethod(octets);
}

/** Python asks for the length by its name, whatever else tells where the body ends. */
function refusedBody(head: RequestHead, content: HttpMessage<Body>['content']): Refusal | undefined {
  const lacksLength = fieldValue(head, 'Content-Length') === undefined;
  const reason = lacksLength ? INTERNAL_ERROR : refusedCoding(head, content);
  return reason && { ...reason, closes: closesConnection(head) || (lacksLength && content !== undefined) };
}

function refusedLine(octets: Uint8Array): Reason | undefined {
  const line = lineAt(octets, 0);
  if (line === undefined) return { status: 414, reason: 'Request-URI Too Long', explanation: 'URI is too long' };
  const words = wordsOf(line);
  const headless = words.length < 3;
  if (!headless) {
    const refused = refusedVersion(words[words.length - 1]);
    if (refused) return refused;
  }
  if (words.length < 2 || words.length > 3)
    return badRequest(`Bad request syntax (${pythonQuoted(line.replace(/[\r\n]+$/, ''))})`, headless);
  if (headless && words[0] !== 'GET') return badRequest(`Bad HTTP/0.9 request type (${pythonQuoted(words[0])})`, true);
  return undefined;
}

function refusedVersion(word: string): Reason | undefined {
  const [, number, major] = /^HTTP\/((\d{1,10})\.\d{1,10})$/.exec(word) ?? [];
  if (number === undefined) return badRequest(`Bad request version (${pythonQuoted(word)})`, true);
  if (Number(major) < 2) return undefined;
  const reason = `Invalid HTTP version (${number})`;
  return { status: 505, reason, explanation: 'Cannot fulfill request', headless: true };
}

function refusedFields(octets: Uint8Array): Reason | undefined {
  let at = octets.indexOf(LF) + 1;
  for (let count = 1; at > 0 && at < octets.length; count++) {
    const line = lineAt(octets, at);
    if (line === undefined) {
      const explanation = `got more than ${MAX_LINE} bytes when reading header line`;
      return { status: 431, reason: 'Line too long', explanation };
    }
    if (count > MAX_FIELD_LINES)
      return { status: 431, reason: 'Too many headers', explanation: `got more than ${MAX_FIELD_LINES} headers` };
    if (line === '\r\n' || line === '\n') break;
    at += line.length;
  }
  return undefined;
}

function refusedMethod(octets: Uint8Array): Reason | undefined {
  const [method, path, version] = wordsOf(lineAt(octets, 0) ?? '');
  if (method !== 'POST')
    return {
      status: 501,
      reason: `Unsupported method (${pythonQuoted(method)})`,
      explanation: 'Server does not support this operation',
      headless: version === undefined,
      bodiless: method === 'HEAD',
    };
  return isPath(path) ? undefined : { status: 404, reason: 'Not Found', text: 'No such page' };
}

/** The body's coding has to be one that Python can undo. */
function refusedCoding(head: RequestHead, content: HttpMessage<Body>['content']): Reason | undefined {
  const coding = (fieldValue(head, 'Content-Encoding') ?? 'identity').toLowerCase();
  if (coding === 'identity') return undefined;
  if (coding !== 'gzip') return { status: 501, reason: `encoding ${pythonQuoted(coding)} not supported` };
  const code = isProblem(content) ? content.code : '';
  if (code === 'bytes.unexpected-end' || code === 'gzip.bad-deflate') return INTERNAL_ERROR;
  // The rest GzipFile raises OSError for, which is expected.
  return code.startsWith('gzip.') ? { status: 400, reason: 'error decoding gzip content' } : undefined;
}

function badRequest(reason: string, headless: boolean): Reason {
  return { status: 400, reason, explanation: BAD_REQUEST, headless };
}

/** The line at `at` with its line end; undefined when it is too long. */
function lineAt(octets: Uint8Array, at: number): string | undefined {
  const end = octets.indexOf(LF, at) + 1 || octets.length;
  return end - at > MAX_LINE ? undefined : octetText(octets, at, end);
}

function wordsOf(line: string): string[] {
  return line.split(SPACES).filter(word => word !== '');
}
