// JSON-RPC 2.0 and 1.0 as npm jayson 5.0.0 speaks them, over HTTP/1.1 and over a raw TCP stream.
// Specifications: jsonrpc.org/specification (2.0), jsonrpc.org/specification_v1 (1.0), RFC 8259 (JSON).
import { plainly } from '../plainly';
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect } from './dissect';
import { failure } from './failure';
import { profile } from './profile';
import { recognise } from './recognise';
import { openServer } from './server';
import { settings } from './settings';

export const jsonRpc: Protocol = plainly({
  ...profile,
  // JSON carries every type, in its way: see json-values.ts.
  unsupported: () => undefined,
  keepsAlive(chosen) {
    const { transport, agent } = settings(chosen);
    return transport === 'http' && agent === 'keep-alive';
  },
  // HTTP/1.1's clients do not send a request before the last is answered, and over TCP jayson opens a connection for each.
  multiplexes: () => false,
  closesHalf: (_, chosen) => settings(chosen).transport === 'tcp',
  // A request object has no member for it (JSON-RPC 2.0 §4), and a raw stream has nothing but request objects.
  carriesKey: chosen => settings(chosen).transport === 'http',
  triesAgain: () => false,
  failure,
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
});
