import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Message, Trace } from '../trace/trace';
import { Annotations } from '../wire/bytes/annotations';
import { copyAsCurl, copyAsPython } from './copy-as';

const run = promisify(execFile);

const BODY = "<?xml version='1.0'?>\n<s>你好 \\ $HOME `ls` \"'\t&lt;</s>\n";
const HEADERS = `Host: 127.0.0.1:8000\r\nAccept-Encoding: gzip\r\nContent-Type: text/xml\r\nUser-Agent: Python-xmlrpc/3.11\r\nContent-Length: ${Buffer.byteLength(BODY)}\r\n`;
const HTTP = `POST /RPC2 HTTP/1.1\r\n${HEADERS}\r\n${BODY}`;

function runOf(format: string, text: string, port = 8000): Pick<Trace, 'messages' | 'hosts'> {
  const pdu = { format, bytes: new TextEncoder().encode(text), annotations: new Annotations() };
  const message: Message = { id: 0, exchange: 0, connection: 0, direction: 'c2s', streamOffset: 0, pdu };
  return {
    messages: [message],
    hosts: { client: { address: '127.0.0.2', port: 51_000 }, server: { address: '127.0.0.1', port } },
  };
}

/** What a server is sent by the program that `program` makes for its port. The answer closes the connection. */
async function sentBy(
  program: (port: number) => readonly [command: string, ...args: string[]],
  answer: string,
): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const received = new Promise<string>(resolve => {
    server.once('connection', socket => {
      let text = '';
      socket.on('error', () => {});
      socket.on('data', data => {
        text += data.toString('latin1');
        if (Buffer.from(text, 'latin1').toString().includes('</s>\n'))
          socket.end(answer, () => resolve(Buffer.from(text, 'latin1').toString()));
      });
    });
  });
  const [command, ...args] = program(port);
  await run(command, args);
  server.close();
  return received;
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

describe('a request copied as a curl command', () => {
  it('reads as a programmer would write it', () => {
    expect(copyAsCurl(runOf('http1', HTTP.replace(BODY, '<s/>')))).toBe(
      `curl http://127.0.0.1:8000/RPC2 \\
  -H 'Accept-Encoding: gzip' \\
  --compressed \\
  -H 'Content-Type: text/xml' \\
  -H 'User-Agent: Python-xmlrpc/3.11' \\
  -H 'Accept:' \\
  --data-raw '<s/>'
`,
    );
  });

  it('sends the same request', async ({ skip }) => {
    await run('curl', ['--version']).catch(() => skip('no curl here'));
    const sent = await sentBy(port => ['sh', '-c', copyAsCurl(runOf('http1', HTTP, port))], OK);
    expect(sent.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:8000')).toBe(HTTP);
  });

  it('is one for nc without HTTP', () => {
    expect(copyAsCurl(runOf('json-rpc', '{"id":1}\n'))).toBe(`printf %s '{"id":1}\n' | nc 127.0.0.1 8000\n`);
  });

  it('is empty for a run without a request', () => {
    expect(copyAsCurl(runOf('http1', HTTP), 7)).toBe('');
  });
});

describe('a request copied as a Python program', () => {
  it('sends the same octets over HTTP', async ({ skip }) => {
    await run('python3', ['--version']).catch(() => skip('no Python here'));
    expect(await sentBy(port => ['python3', '-c', copyAsPython(runOf('http1', HTTP, port))], OK)).toBe(HTTP);
  });

  it('sends the same octets over a bare TCP connection', async ({ skip }) => {
    await run('python3', ['--version']).catch(() => skip('no Python here'));
    expect(await sentBy(port => ['python3', '-c', copyAsPython(runOf('json-rpc', BODY, port))], 'ok')).toBe(BODY);
  });
});
