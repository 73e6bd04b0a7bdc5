// The kinds of field of a message in a DATA frame. gRPC over HTTP2 (grpc.github.io, PROTOCOL-HTTP2), "Length-Prefixed-Message".
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../wire/bytes/field-kind';

export const LENGTH_PREFIXED_MESSAGE = grpc('Length-Prefixed-Message', 'group', 'hex');
export const COMPRESSED_FLAG = grpc('Compressed-Flag', 'flags', 'uint');
export const MESSAGE_LENGTH = grpc('Message-Length', 'length', 'uint');
/** What the flag and the length are for. */
export const MESSAGE = grpc('Message', 'group', 'hex');
/** A message that is compressed: its fields are not to be seen. */
export const COMPRESSED_MESSAGE = grpc('compressed message', 'value', 'hex');

function grpc(name: string, role: FieldKind['role'], reads: FieldKind['reads']): FieldKindId {
  return defineFieldKind({ format: 'grpc', name, role, spec: 'gRPC over HTTP2, Length-Prefixed-Message', reads });
}
