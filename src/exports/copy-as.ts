// A request of a run as a command or a program that sends the same octets to the same address.
import { messageOfExchange } from '../trace/messages';
import type { Message, Trace } from '../trace/trace';
import { pythonBytes, pythonText, shellWord } from './literals';

/** What is needed of a run. */
type Requests = Pick<Trace, 'messages' | 'hosts'>;

/** A request that has been taken apart; without HTTP there is only a body. */
interface SentRequest {
  readonly host: string;
  readonly port: number;
  readonly http?: {
    readonly method: string;
    readonly target: string;
    readonly version: string;
    readonly headers: readonly (readonly [string, string])[];
  };
  readonly body: Uint8Array;
}

/** From this length on curl would ask for permission first, with Expect: 100-continue. */
const CURL_EXPECT_OCTETS = 1024 * 1024;

/**
 * The request of an exchange as a curl command for a POSIX shell; a request without HTTP is sent by nc. curl writes Host first and
 * Content-Length last; else the headers are the same and in the same order. Empty when the exchange has no request.
 */
export function copyAsCurl(run: Requests, exchange = 0): string {
  const request = requestOf(run, exchange);
  if (!request) return '';
  const { host, port, http, body } = request;
  const text = new TextDecoder().decode(body);
  if (!http) return `printf %s ${shellWord(text)} | nc ${host} ${port}\n`;
  const words = [
    ...(http.version === 'HTTP/1.0' ? ['--http1.0'] : []),
    ...(http.method === 'POST' ? [] : [`-X ${shellWord(http.method)}`]),
    ...http.headers.flatMap(([name, value]) => curlHeader(name, value)),
    ...(http.headers.some(([name]) => name.toLowerCase() === 'accept') ? [] : ["-H 'Accept:'"]),
    ...(body.length >= CURL_EXPECT_OCTETS ? ["-H 'Expect:'"] : []),
    `--data-raw ${shellWord(text)}`,
  ];
  return `${[`curl ${shellWord(`http://${host}:${port}${http.target}`)}`, ...words].join(' \\\n  ')}\n`;
}

/** The request of an exchange as a program for Python 3, with every header in its place. Empty when the exchange has no request. */
export function copyAsPython(run: Requests, exchange = 0): string {
  const request = requestOf(run, exchange);
  if (!request) return '';
  return request.http ? pythonOverHttp(request, request.http) : pythonOverTcp(request);
}

function curlHeader(name: string, value: string): string[] {
  switch (name.toLowerCase()) {
    case 'host':
    case 'content-length':
      return [];
    case 'accept-encoding':
      return [`-H ${shellWord(`${name}: ${value}`)}`, '--compressed'];
    default:
      return [`-H ${shellWord(`${name}: ${value}`)}`];
  }
}

function pythonOverHttp({ host, port, body }: SentRequest, http: NonNullable<SentRequest['http']>): string {
  return `import http.client

connection = http.client.HTTPConnection(${pythonText(host)}, ${port})
connection.putrequest(${pythonText(http.method)}, ${pythonText(http.target)}, skip_host=True, skip_accept_encoding=True)
${http.headers.map(([name, value]) => `connection.putheader(${pythonText(name)}, ${pythonText(value)})\n`).join('')}connection.endheaders(${pythonBytes(body)})

response = connection.getresponse()
print(response.status, response.reason)
print(response.headers)
print(response.read())
`;
}

function pythonOverTcp({ host, port, body }: SentRequest): string {
  return `import socket

with socket.create_connection((${pythonText(host)}, ${port})) as connection:
    connection.sendall(${pythonBytes(body)})
    connection.shutdown(socket.SHUT_WR)
    while octets := connection.recv(65536):
        print(octets)
`;
}

function requestOf({ messages, hosts }: Requests, exchange: number): SentRequest | undefined {
  const message = messageOfExchange({ messages }, exchange, 'c2s');
  return message && { host: hosts.server.address, port: hosts.server.port, ...httpParts(message) };
}

/** Start line, header lines and body of a request, RFC 9112 §2. The stub wrote it, so it is well-formed. */
function httpParts({ pdu }: Message): Pick<SentRequest, 'http' | 'body'> {
  if (pdu.format !== 'http1') return { body: pdu.bytes };
  const end = endOfHead(pdu.bytes);
  const [start, ...lines] = new TextDecoder().decode(pdu.bytes.subarray(0, end)).split('\r\n');
  const [method, target, version] = start.split(' ');
  const headers = lines
    .filter(line => line !== '')
    .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { http: { method, target, version, headers }, body: pdu.bytes.subarray(end) };
}

function endOfHead(octets: Uint8Array): number {
  for (let at = 3; at < octets.length; at++)
    if (octets[at] === 0x0a && octets[at - 1] === 0x0d && octets[at - 2] === 0x0a && octets[at - 3] === 0x0d)
      return at + 1;
  return octets.length;
}
