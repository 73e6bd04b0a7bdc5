// A call as a small web service takes it: POST to a path, JSON over HTTP/1.1. RFC 9110, RFC 9112, RFC 8259.
// It is no RPC system of its own: beside the others it answers the question what they add to HTTP.
import { plainly } from '../plainly';
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect } from './dissect';
import { failure } from './failure';
import { profile } from './profile';
import { recognise } from './recognise';
import { openServer } from './server';

export const rest: Protocol = plainly({
  ...profile,
  // JSON carries every type, in its way: see json-values.ts.
  unsupported: () => undefined,
  keepsAlive: () => true,
  multiplexes: () => false,
  carriesKey: () => true,
  triesAgain: () => false,
  failure,
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
});
