// Records what Python's server answers to what it refuses: `npx tsx test/peers/record-refusals.ts`.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { REFUSALS, REFUSED_AT_SECONDS, refusedRequests } from '../captures/refusals';
import { latin1 } from './octets';
import { startPythonServer } from './python';

/** A server that has not closed the connection by then keeps it. */
const PATIENCE_MS = 300;

async function ask(port: number, request: string): Promise<[answer: string, closed: boolean]> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Uint8Array[] = [];
  let closed = false;
  socket.on('data', chunk => chunks.push(chunk));
  socket.on('error', () => {});
  socket.on('end', () => {
    closed = true;
  });
  socket.write(Buffer.from(request, 'latin1'));
  const timer = setTimeout(() => socket.destroy(), PATIENCE_MS);
  await once(socket, 'close');
  clearTimeout(timer);
  return [latin1(Buffer.concat(chunks)), closed];
}

const answers: Record<string, Record<string, [string, boolean]>> = {};
for (const version of ['1.1', '1.0'] as const) {
  const server = await startPythonServer(version, REFUSED_AT_SECONDS);
  answers[version] = {};
  for (const { name, http, request } of refusedRequests())
    if (http === version) answers[version][name] = await ask(server.port, request);
  server.stop();
}
writeFileSync(REFUSALS, `${JSON.stringify(answers, null, 1)}\n`);
