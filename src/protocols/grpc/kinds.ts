// The kinds of field of a message in a DATA frame. gRPC over HTTP2 (grpc.github.io, PROTOCOL-HTTP2), "Length-Prefixed-Message".
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../wire/bytes/field-kind';

/** Octets before a message. */
export const PREFIX = 5;

export const LENGTH_PREFIXED_MESSAGE = grpc('Length-Prefixed-Message', 'group', 'hex');
export const COMPRESSED_FLAG = grpc('Compressed-Flag', 'flags', 'uint');
export const MESSAGE_LENGTH = grpc('Message-Length', 'length', 'uint');
/** What the flag and the length are for. */
export const MESSAGE = grpc('Message', 'group', 'hex');
/** What a compressed message inflates to: not on the wire, but what its octets stand for. */
export const INFLATED_MESSAGE = grpc('inflated message', 'group', 'hex');
/** A message that is compressed in a way that is not read here. */
export const COMPRESSED_MESSAGE = grpc('compressed message', 'value', 'hex');

function grpc(name: string, role: FieldKind['role'], reads: FieldKind['reads']): FieldKindId {
  return defineFieldKind({ format: 'grpc', name, role, spec: 'gRPC over HTTP2, Length-Prefixed-Message', reads });
}
