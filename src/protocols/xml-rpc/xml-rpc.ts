// XML-RPC as CPython 3.11 (xmlrpc.client, xmlrpc.server) and npm xmlrpc 1.3.2 speak it, over HTTP/1.0 and 1.1.
// Specification: xmlrpc.com/spec, with the extension nil of Apache XML-RPC.
import type { ServiceError } from '../../idl/value';
import { plainly } from '../plainly';
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect, recognise } from './dissect';
import { profile } from './profile';
import { openServer } from './server';
import { type Flavour, settings } from './settings';

const LOST_REPLY: Readonly<Record<Flavour, ServiceError>> = {
  python: { exception: 'http.client.RemoteDisconnected', message: 'Remote end closed connection without response' },
  node: { exception: 'Error', message: 'socket hang up' },
};

export const xmlRpc: Protocol = plainly({
  ...profile,
  // Every type has an element; a long is an int that must fit 32 bits, which encoding checks.
  unsupported: () => undefined,
  keepsAlive(chosen) {
    const { server, http } = settings(chosen);
    return server === 'node' || http === '1.1';
  },
  multiplexes: () => false,
  carriesKey: () => false,
  // xmlrpc.client.Transport.request tries twice; Node's http.request leaves it to the program.
  triesAgain: chosen => settings(chosen).client === 'python',
  failure: (_, chosen) => LOST_REPLY[settings(chosen).client],
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
});
