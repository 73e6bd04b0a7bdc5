// The options of gRPC as its code reads them.
import type { OptionSchema, Options } from '../protocol';

export const options = {
  /** The library of the client: grpc-js with protobufjs in Node, or the C core that Python's grpcio wraps. */
  client: { choices: ['grpc-js', 'c-core'] },
  /** The library of the server. */
  server: { choices: ['grpc-js', 'c-core'] },
  /**
   * Whether messages are compressed: those of the client, and those of a server that can do it: grpc-js's cannot.
   */
  compression: { choices: ['identity', 'gzip'] },
} as const satisfies OptionSchema;

export type FlavourName = 'grpc-js' | 'c-core';

export interface Settings {
  readonly client: FlavourName;
  readonly server: FlavourName;
  readonly compression: 'identity' | 'gzip';
}

/** The chosen options; those that are not chosen have their defaults. */
export function settings(chosen: Options): Settings {
  const pick = (key: keyof typeof options) => chosen[key] ?? options[key].choices[0];
  return { client: pick('client'), server: pick('server'), compression: pick('compression') } as Settings;
}
