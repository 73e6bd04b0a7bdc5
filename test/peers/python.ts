// Python's own xmlrpc package, where there is a Python 3.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
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
export async function callFromPython(
  port: number,
  calls: readonly (readonly [string, readonly unknown[]])[],
): Promise<unknown[]> {
  const client: ChildProcess = spawn(python!, ['test/peers/xmlrpc_client.py', String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment,
  });
  client.stdin!.end(JSON.stringify(calls));
  let output = '';
  client.stdout!.on('data', text => {
    output += text;
  });
  await once(client, 'close');
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}
