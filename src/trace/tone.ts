// What an octet belongs to, in the few kinds that drawings tell apart: a header's layer, the document's own marks, the method's name, a value of the call.
import type { Annotations } from '../wire/bytes/annotations';
import type { FieldKind } from '../wire/bytes/field-kind';
import { type FieldNode, valuePathOf } from '../wire/bytes/field-tree';

export type Tone = 'eth' | 'ip' | 'tcp' | 'http' | 'document' | 'name' | 'value' | 'unknown';

const HEADERS: Readonly<Record<string, Tone>> = {
  ethernet: 'eth',
  'linux-cooked': 'eth',
  loopback: 'eth',
  vlan: 'eth',
  ipv4: 'ip',
  ipv6: 'ip',
  icmp: 'ip',
  tcp: 'tcp',
  http1: 'http',
  http2: 'http',
  hpack: 'http',
  grpc: 'http',
  dubbo: 'http',
  'thrift-framed': 'http',
  bytes: 'unknown',
};

/** The layer that a kind of field belongs to. Everything inside the headers is document. */
export function layerTone(kind: FieldKind): Tone {
  return HEADERS[kind.format] ?? 'document';
}

/** The tone of a leaf field. */
export function toneOf(annotations: Annotations, node: FieldNode): Tone {
  const layer = layerTone(node.kind);
  if (layer !== 'document' || node.part === 'head' || node.part === 'tail') return layer;
  if (isMethodName(node.kind)) return 'name';
  const isValue = node.kind.role === 'value' || node.kind.name === 'escape';
  return isValue && valuePathOf(annotations, node.row).length > 0 ? 'value' : layer;
}

/** XML-RPC calls it methodName, JSON-RPC's member `method` holds it, Dubbo's specification has a space in it, Thrift calls it name. */
export function isMethodName({ format, name }: FieldKind): boolean {
  return /^method[- ]?name$/i.test(name) || (format.startsWith('thrift-') && name === 'name');
}
