// The options of REST-style JSON as its code reads them.
import type { OptionSchema, Options } from '../protocol';

export const options = {
  /** Who asks: Node's fetch, or the command curl. They send other header fields. */
  client: { choices: ['fetch', 'curl'], spec: 'RFC 9110 §10.1' },
} as const satisfies OptionSchema;

export type ClientProgram = 'fetch' | 'curl';

/** The chosen client. */
export function clientProgram(chosen: Options): ClientProgram {
  return (chosen.client ?? options.client.choices[0]) as ClientProgram;
}
