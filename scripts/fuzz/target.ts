// What is fuzzed: something that reads octets.
import type { Pdu } from '../../src/wire/bytes/pdu';
import type { Draw } from './damage';

export interface Target {
  readonly name: string;
  /** What it reads without a fault. */
  readonly valid: readonly Uint8Array[];
  /** Reads `octets`. Whatever is thrown must be a Problem. Returns how many fields and values came of them, as far as that can be counted. */
  readonly read: (octets: Uint8Array, draw: Draw) => number;
}

/** `octets` in portions of one length, as a stream brings them. */
export function portions(octets: Uint8Array, draw: Draw): Uint8Array[] {
  const length = draw(8) === 0 ? draw(20) + 1 : 1460;
  return Array.from({ length: Math.ceil(octets.length / length) }, (_, i) =>
    octets.slice(i * length, (i + 1) * length),
  );
}

/** The number of fields of what has been read. They are noted at this moment if they were not before. */
export function fieldsOf(read: readonly { readonly pdu: Pdu }[]): number {
  return read.reduce((sum, { pdu }) => sum + fieldsIn(pdu), 0);
}

function fieldsIn({ annotations, content }: Pdu): number {
  return annotations.count + (content ? fieldsIn(content) : 0);
}
