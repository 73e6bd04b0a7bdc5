// Python's own xmlrpc package, where there is a Python 3.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** The first Python 3 that has the xmlrpc package; undefined where there is none. */
export const python: string | undefined = ['/usr/bin/python3', 'python3'].find(
  candidate => spawnSync(candidate, ['-c', 'import xmlrpc.server, gzip'], { stdio: 'ignore' }).status === 0,
);

/** The environment without proxies, which would come between the client and the loopback interface. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name))),
  PYTHONUTF8: '1',
};

/** A method and its arguments, as JSON of tagged_json.py. */
export type PythonCall = readonly [method: string, args: readonly unknown[]];

export interface PythonServer {
  readonly port: number;
  stop(): void;
}

/** Starts SimpleXMLRPCServer, speaking HTTP/`version`, with its clock standing at `secondsSince1970`. */
export async function startPythonServer(version: '1.0' | '1.1', secondsSince1970: number): Promise<PythonServer> {
  const server = spawn(python!, ['test/peers/xmlrpc_server.py', version, String(secondsSince1970)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment,
  });
  const [line] = await once(server.stdout, 'data');
  return { port: Number(String(line)), stop: () => server.stdin.end() };
}

/** Lets ServerProxy make `calls` at `port`. Resolves to what each call gave: see xmlrpc_client.py. */
export function callFromPython(port: number, calls: readonly PythonCall[]): Promise<unknown[]> {
  return runPython(['test/peers/xmlrpc_client.py', String(port)], calls);
}

/** The exception with which ServerProxy ends `call` at `port`. */
export async function pythonErrorOf(port: number, call: PythonCall): Promise<{ exception: string; message: string }> {
  const [{ $error }] = (await callFromPython(port, [call])) as [{ $error: [string, string] }];
  return { exception: $error[0], message: $error[1] };
}

/** What Python's xmlrpc.client writes for calls and their results: the texts of both. */
export async function pythonDumps(
  calls: readonly (readonly [...PythonCall, result: unknown])[],
): Promise<(readonly [call: string, response: string])[]> {
  return (await runPython(['test/peers/xmlrpc_dumps.py'], calls)) as (readonly [string, string])[];
}

/** Gives a program lines of JSON, and resolves to those that it prints. */
async function runPython(program: readonly string[], lines: readonly unknown[]): Promise<unknown[]> {
  const process = spawn(python!, program, { stdio: ['pipe', 'pipe', 'inherit'], env: environment });
  process.stdin.end(lines.map(line => `${JSON.stringify(line)}\n`).join(''));
  let output = '';
  process.stdout.setEncoding('utf8').on('data', text => {
    output += text;
  });
  await once(process, 'close');
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}
