// A protocol data unit: octets of one layer with the fields that explain them.
import type { Annotations } from './annotations';

/** A message, a frame or a segment: octets and their fields. */
export interface Pdu {
  /** Id of the outermost format: 'http1', 'json-rpc', 'ethernet'. */
  readonly format: string;
  /** What it is in its protocol's words, where no first line of text says so: 'SETTINGS', 'CALL fun_add'. */
  readonly title?: string;
  readonly bytes: Uint8Array;
  readonly annotations: Annotations;
  /** What the octets of this PDU stand for after a transformation (inflated, dechunked): a PDU with octets of its own. */
  readonly content?: Pdu;
}
