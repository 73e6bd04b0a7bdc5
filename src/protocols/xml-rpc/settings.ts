// The options of XML-RPC: which program speaks on each side, and how.
import type { OptionSchema, Options } from '../protocol';

/** Whose habits a side has: CPython 3.11's xmlrpc, or npm xmlrpc 1.3.2. */
export type Flavour = 'python' | 'node';

/** The chosen options. */
export interface Settings {
  readonly client: Flavour;
  readonly server: Flavour;
  /** Version that Python's server speaks: `protocol_version` of its handler class. */
  readonly http: '1.1' | '1.0';
  /** Python's `allow_none`. npm xmlrpc always allows nil. */
  readonly nil: boolean;
}

export const options: OptionSchema = {
  client: { choices: ['python', 'node'] },
  server: { choices: ['python', 'node'] },
  http: { choices: ['1.1', '1.0'], spec: 'RFC 9112 §2.3' },
  nil: { choices: [true, false], spec: 'Apache XML-RPC, Vendor extensions' },
};

/** The settings that `chosen`, complete options of {@link options}, stands for. */
export function settings(chosen: Options): Settings {
  return {
    client: chosen.client === 'node' ? 'node' : 'python',
    server: chosen.server === 'node' ? 'node' : 'python',
    http: chosen.http === '1.0' ? '1.0' : '1.1',
    nil: chosen.nil !== false,
  };
}
