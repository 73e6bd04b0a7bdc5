// The machine of every actor of a run: what the statecharts are drawn from.
import type { AnyStateMachine } from 'xstate';
import { client } from './client';
import { clientStub } from './client-stub';
import { link } from './link';
import { server } from './server';
import { serverStub } from './server-stub';
import { tcpEndpoint } from './tcp-endpoint';

/** Keys are the trace's actor ids, in the order of the way from client to server. Both ends of a connection are the same machine. */
export const machines = {
  client,
  clientStub,
  clientTcp: tcpEndpoint,
  link,
  serverTcp: tcpEndpoint,
  serverStub,
  server,
} satisfies Record<string, AnyStateMachine>;
