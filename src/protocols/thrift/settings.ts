// The options of Thrift as its code reads them.
import type { OptionSchema, Options } from '../protocol';

export const options = {
  /** Client and server must agree on it beforehand: no message is read in another one. */
  encoding: { choices: ['binary', 'compact', 'json'], spec: 'Thrift RPC, Message' },
  /** Whether the length of a message stands in front of it. */
  framing: { choices: ['buffered', 'framed'], spec: 'Thrift RPC, Framed vs. unframed transport' },
  /** Whether the client's binary messages begin with a version. The old encoding has none. */
  strict: { choices: [true, false], spec: 'Thrift binary protocol, Message' },
  client: { choices: ['python', 'node', 'java'] },
  server: { choices: ['python', 'node'] },
} as const satisfies OptionSchema;

export interface Settings {
  readonly encoding: 'binary' | 'compact' | 'json';
  readonly framing: 'buffered' | 'framed';
  readonly strict: boolean;
  /** Apache Thrift's library for Python 0.17, for Node.js (npm thrift 0.24) or for Java 0.16. */
  readonly client: 'python' | 'node' | 'java';
  readonly server: 'python' | 'node';
}

/** The chosen options; those that are not chosen have their defaults. */
export function settings(chosen: Options): Settings {
  const pick = (key: keyof typeof options) => chosen[key] ?? options[key].choices[0];
  return {
    encoding: pick('encoding'),
    framing: pick('framing'),
    strict: pick('strict'),
    client: pick('client'),
    server: pick('server'),
  } as Settings;
}

/** Whether the client has several calls under way: npm thrift keeps its callbacks by the numbers of the calls (lib/connection.js). */
export function multiplexes({ client }: Pick<Settings, 'client'>): boolean {
  return client === 'node';
}
