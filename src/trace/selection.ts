// What the learner points at. One selection is shown in every pane, each in its own way.
import type { ValuePath } from '../wire/bytes/field-tree';
import type { ActorId, Direction } from './trace';

/** Octets of one PDU of the trace: a message, what a message's body stands for after inflating, or a packet. */
export interface PduRef {
  readonly of: 'message' | 'content' | 'packet';
  readonly id: number;
  /** Of a packet: as it came in, where that is not as it left. */
  readonly arrived?: boolean;
}

export type Selection =
  /** A field, or any run of octets, `[start, end)` of `pdu`. */
  | { readonly kind: 'octets'; readonly pdu: PduRef; readonly start: number; readonly end: number }
  /** An argument or the result, wherever it stands. */
  | { readonly kind: 'value'; readonly exchange: number; readonly direction: Direction; readonly path: ValuePath }
  | { readonly kind: 'packet'; readonly packet: number }
  | { readonly kind: 'actor'; readonly actor: ActorId };
