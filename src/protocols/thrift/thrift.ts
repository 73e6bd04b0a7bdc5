// Apache Thrift as its libraries for Python 0.17, Node.js (npm thrift 0.24) and Java 0.16 speak it over TCP: in the binary, the compact
// and the JSON encoding, with frames or without. Specifications: doc/specs of Apache Thrift.
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect } from './dissect';
import { profile } from './profile';
import { recognise } from './recognise';
import { openServer } from './server';
import { multiplexes, type Settings, settings } from './settings';
import { unsupported } from './structs';

/** Simplified: npm thrift calls back never when the connection ends without a reply. */
const LOST: Readonly<Record<Settings['client'], string>> = {
  python: 'TSocket read 0 bytes',
  node: 'the connection was closed',
  java: 'Socket is closed by peer.',
};

export const thrift: Protocol = {
  ...profile,
  unsupported,
  keepsAlive: () => true,
  multiplexes: chosen => multiplexes(settings(chosen)),
  carriesKey: () => false,
  triesAgain: () => false,
  failure: (_, chosen) => ({ exception: 'TTransportException', message: LOST[settings(chosen).client] }),
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
};
