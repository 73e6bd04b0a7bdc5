// XML-RPC as CPython 3.11 (xmlrpc.client, xmlrpc.server) and npm xmlrpc 1.3.2 speak it, over HTTP/1.0 and 1.1.
// Specification: xmlrpc.com/spec, with the extension nil of Apache XML-RPC.
import { Part } from '../../parts/part';
import { plainly } from '../plainly';
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { profile } from './profile';
import { openServer } from './server';
import { settings } from './settings';

/** Few calls fail. */
const failing = new Part(() => import('./failure'));

/** Only recordings are dissected. */
const dissecting = new Part(() => import('./dissect'));

export const xmlRpc: Protocol = plainly({
  ...profile,
  // Every type has an element; a long is an int that must fit 32 bits, which encoding checks.
  unsupported: () => undefined,
  keepsAlive(chosen) {
    const { server, http } = settings(chosen);
    return server === 'node' || http === '1.1';
  },
  multiplexes: () => false,
  carriesKey: () => true,
  // xmlrpc.client.Transport.request tries twice; Node's http.request leaves it to the program.
  triesAgain: chosen => settings(chosen).client === 'python',
  failure: (...failed) => failing.get().failure(...failed),
  openClient,
  openServer,
  recognise: (c2s, s2c) => dissecting.get().recognise(c2s, s2c),
  dissect: direction => dissecting.get().dissect(direction),
  sources: () => import('./code/sources').then(module => module.sources),
});
