// Requests that Python's server refuses before it looks for a call, and what it answered: CPython 3.11.2, its clock standing still.
import { readFileSync } from 'node:fs';

/** Written by test/peers/record-refusals.ts. */
export const REFUSALS = new URL('./xmlrpc/refusals.json', import.meta.url).pathname;

/** When the answers say they were given, in seconds since 1970. */
export const REFUSED_AT_SECONDS = 1_763_791_200;

export interface RefusedRequest {
  readonly name: string;
  /** The version that the server speaks. */
  readonly http: '1.1' | '1.0';
  /** Octets as characters, as {@link answer}. */
  readonly request: string;
  /** What the server answered. */
  readonly answer: string;
  /** Whether it closed the connection. */
  readonly closed: boolean;
}

function head(...lines: string[]): string {
  return [...lines, '', ''].join('\r\n');
}

const GZIP_HEADER = '\x1f\x8b\x08\0\0\0\0\0\0\xff';

const REQUESTS: Readonly<Record<string, string>> = {
  'a line that is no request line': head('nonsense'),
  'no version, and not GET': head('PUT /'),
  'no version': head('GET /'),
  'a version without a number': head('POST /RPC2 HTTP/x', 'Content-Length: 0'),
  'a version of three numbers': head('POST /RPC2 HTTP/1.1.1'),
  'a version in lower case': head('POST /RPC2 http/1.1'),
  'another protocol': head('POST /RPC2 FTP/1.1'),
  'a version to come': head('POST /RPC2 HTTP/2.0'),
  'a space in the path': head('POST /a b HTTP/1.1'),
  'characters that a page must escape': head('PO\'ST <&>\xe9\x80\x00\\ "x" HTTP/1.1'),
  GET: head('GET /RPC2 HTTP/1.1', 'Host: 127.0.0.1:8000'),
  'GET of an old client': head('GET /RPC2 HTTP/1.0'),
  HEAD: head('HEAD /RPC2 HTTP/1.1', 'Host: 127.0.0.1:8000'),
  'a method in lower case': head('post /RPC2 HTTP/1.1', 'Content-Length: 0'),
  'another path': head('POST /elsewhere HTTP/1.1', 'Content-Length: 0'),
  'another path of an old client': head('POST /elsewhere HTTP/1.0', 'Content-Length: 0'),
  'a query': head('POST /RPC2?x=1 HTTP/1.1', 'Connection: close', 'Content-Length: 0'),
  'no length': head('POST /RPC2 HTTP/1.1', 'Host: 127.0.0.1:8000'),
  'a length that is no number': head('POST /RPC2 HTTP/1.1', 'Content-Length: five'),
  'a field without a colon': head('POST /RPC2 HTTP/1.1', 'Host 127.0.0.1', 'Content-Length: 0'),
  'an unknown coding': `${head('POST /RPC2 HTTP/1.1', "Content-Encoding: br'2", 'Content-Length: 5')}hello`,
  'x-gzip': `${head('POST /RPC2 HTTP/1.1', 'Content-Encoding: X-GZip', 'Content-Length: 5')}hello`,
  'a body that is no gzip': `${head('POST /RPC2 HTTP/1.1', 'Content-Encoding: gzip', 'Content-Length: 5')}hello`,
  'a gzip cut off': `${head('POST /RPC2 HTTP/1.1', 'Content-Encoding: gzip', 'Content-Length: 12')}${GZIP_HEADER}\x4b\x4c`,
  'a request line without end': head(`POST /${'a'.repeat(66_000)} HTTP/1.1`),
  'a field line without end': head('POST /RPC2 HTTP/1.1', `A: ${'a'.repeat(66_000)}`),
  'more than a hundred fields': head('POST /RPC2 HTTP/1.1', ...Array<string>(101).fill('A: a')),
};

/** Answered by a server of HTTP/1.1, and by one of HTTP/1.0. */
export function refusedRequests(): RefusedRequest[] {
  const answers = JSON.parse(readFileSync(REFUSALS, 'utf8')) as Record<string, Record<string, [string, boolean]>>;
  return (['1.1', '1.0'] as const).flatMap(http =>
    Object.entries(REQUESTS).map(([name, request]) => {
      const [answer, closed] = answers[http][name] ?? ['never recorded', false];
      return { name, http, request, answer, closed };
    }),
  );
}
