// Metadata as header fields. gRPC over HTTP2, "Requests" (Custom-Metadata) and "Responses".
import { base64FromBytes, bytesFromBase64 } from '../../idl/base64';
import { isBinary, type MetadataEntry } from '../../idl/metadata';
import { type Problem, problem } from '../../problem/problem';
import { octetText, textOctets } from '../../wire/bytes/octet-text';
import type { HeaderField } from '../../wire/hpack/header-field';

/** Header-Name. */
const NAME = /^[0-9a-z_.-]+$/;
/** ASCII-Value, and nothing at all, which every library takes. */
const ASCII = /^[ -~]*$/;
/** Names that gRPC or HTTP writes itself. Those that begin with `grpc-` are reserved too. */
const RESERVED: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'date',
  'host',
  'te',
  'transfer-encoding',
  'upgrade',
  'user-agent',
]);

/** Why `metadata` cannot be header fields, if so. */
export function unfitMetadata(metadata: readonly MetadataEntry[]): Problem | undefined {
  for (const [index, { name, value }] of metadata.entries()) {
    const at = (part: string) => ({ path: [index, part] });
    if (!NAME.test(name)) return problem('grpc.bad-metadata-name', { name }, at('name')).problem;
    if (isReserved(name)) return problem('grpc.reserved-metadata-name', { name }, at('name')).problem;
    if (isBinary(name) && !bytesFromBase64(value))
      return problem('grpc.metadata-not-base64', { name }, at('value')).problem;
    if (!ASCII.test(value)) return problem('grpc.metadata-not-ascii', { name }, at('value')).problem;
  }
  return undefined;
}

/** Each entry as a field in its place; binary ones as they are, behind a zero, when the peer `takesBinary`, or else in base64 without padding. */
export function fieldsInOrder(metadata: readonly MetadataEntry[], takesBinary: boolean): HeaderField[] {
  return metadata.map(({ name, value }) => {
    if (!isBinary(name)) return { name, value };
    const octets = bytesFromBase64(value) ?? new Uint8Array();
    return { name, value: takesBinary ? `\0${octetText(octets, 0, octets.length)}` : value.replace(/=+$/, '') };
  });
}

/** Entries of one name stand together, where the first of them stood; binary ones in base64. */
export function fieldsByName(metadata: readonly MetadataEntry[]): HeaderField[] {
  const names = [...new Set(metadata.map(({ name }) => name))];
  return names
    .flatMap(wanted => metadata.filter(({ name }) => name === wanted))
    .map(({ name, value }) => ({ name, value }));
}

/** The metadata among the fields of a header block. */
export function metadataIn(fields: readonly HeaderField[]): MetadataEntry[] {
  return fields
    .filter(({ name }) => !name.startsWith(':') && !isReserved(name))
    .map(({ name, value }) => ({ name, value: isBinary(name) ? base64FromBytes(binaryValue(value)) : value }));
}

/** The octets of a binary value. Those in base64 may lack their padding; a zero in front says that they stand there as they are. */
function binaryValue(value: string): Uint8Array {
  if (value.startsWith('\0')) return textOctets(value.slice(1));
  return bytesFromBase64(value.padEnd(Math.ceil(value.length / 4) * 4, '=')) ?? textOctets(value);
}

function isReserved(name: string): boolean {
  return name.startsWith('grpc-') || RESERVED.has(name);
}

/** The name of the entry that a repeated call is known by. gRPC has none of its own: this is that of HTTP's header field. */
export const IDEMPOTENCY_KEY = 'idempotency-key';
