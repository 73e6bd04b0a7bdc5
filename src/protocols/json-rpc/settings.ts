// The options of JSON-RPC as its code reads them.
import type { OptionSchema, Options } from '../protocol';

export const options = {
  /** The specification leaves the transport open (§1); jayson offers these, among others. */
  transport: { choices: ['http', 'tcp'] },
  /** What the client speaks. */
  version: { choices: ['2.0', '1.0'], spec: 'JSON-RPC 2.0 §4' },
  /** What the server understands: jayson's is made for one version. */
  serverVersion: { choices: ['2.0', '1.0'], spec: 'JSON-RPC 2.0 §4' },
  /** How the client makes its ids: 1, 2, 3 … or random UUIDs, which is jayson's default. */
  ids: { choices: ['counter', 'uuid'], spec: 'RFC 9562 §5.4' },
  /** Node's http.Agent: its own, which keeps connections, or none. */
  agent: { choices: ['keep-alive', 'none'], spec: 'RFC 9112 §9.3' },
} as const satisfies OptionSchema;

export type Version = '1.0' | '2.0';

export interface Settings {
  readonly transport: 'http' | 'tcp';
  readonly version: Version;
  readonly serverVersion: Version;
  readonly ids: 'counter' | 'uuid';
  readonly agent: 'keep-alive' | 'none';
}

/** The chosen options; those that are not chosen have their defaults. */
export function settings(chosen: Options): Settings {
  const pick = (key: keyof typeof options) => chosen[key] ?? options[key].choices[0];
  return {
    transport: pick('transport'),
    version: pick('version'),
    serverVersion: pick('serverVersion'),
    ids: pick('ids'),
    agent: pick('agent'),
  } as Settings;
}
