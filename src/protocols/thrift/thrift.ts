// Apache Thrift as its libraries for Python 0.17, Node.js (npm thrift 0.24) and Java 0.16 speak it over TCP: in the binary, the compact
// and the JSON encoding, with frames or without. Specifications: doc/specs of Apache Thrift.
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect } from './dissect';
import { failure } from './failure';
import { profile } from './profile';
import { recognise } from './recognise';
import { openServer } from './server';
import { multiplexes, settings } from './settings';
import { unsupported } from './structs';

export const thrift: Protocol = {
  ...profile,
  unsupported,
  keepsAlive: () => true,
  multiplexes: chosen => multiplexes(settings(chosen)),
  closesHalf: (end, chosen) => settings(chosen)[end] === 'node',
  // A message has the arguments that the interface declares, and nothing beside them.
  carriesKey: () => false,
  triesAgain: () => false,
  failure,
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
};
