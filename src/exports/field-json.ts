// Annotated octets as JSON: a tree of fields whose leaves tile the message.
import type { Annotations } from '../wire/bytes/annotations';
import { type FieldNode, fieldChildren, rootFields, type ValuePath, valuePathOf } from '../wire/bytes/field-tree';
import { bitFields, bitValues, fieldValue, hexText } from '../wire/bytes/field-value';
import type { Pdu } from '../wire/bytes/pdu';

/** A field. `[start, end)` are octets of the PDU; a leaf has a value, a group has children that tile it. */
interface FieldJson {
  readonly name: string;
  /** The format that the field belongs to, and where its specification describes it. */
  readonly format: string;
  readonly spec: string;
  readonly role: string;
  readonly start: number;
  readonly end: number;
  /** The part of the call that the field encodes, such as `["args", 0]`. */
  readonly path?: ValuePath;
  readonly value?: string | number;
  /** The parts of a leaf that are smaller than an octet. */
  readonly bits?: Readonly<Record<string, number>>;
  readonly children?: readonly FieldJson[];
}

/** A PDU: its octets in hex, its fields, and what it stands for once dechunked or inflated. */
export interface PduJson {
  readonly format: string;
  readonly bytes: string;
  readonly fields: readonly FieldJson[];
  readonly content?: PduJson;
}

export function pduJson(pdu: Pdu): PduJson {
  return {
    format: pdu.format,
    bytes: hexText(pdu.bytes),
    fields: rootFields(pdu.annotations).map(node => fieldJson(pdu.annotations, node, pdu.bytes)),
    ...(pdu.content && { content: pduJson(pdu.content) }),
  };
}

function fieldJson(annotations: Annotations, node: FieldNode, bytes: Uint8Array): FieldJson {
  const path = node.part === 'field' ? valuePathOf(annotations, node.row) : [];
  return {
    name: node.name,
    format: node.kind.format,
    spec: node.kind.spec,
    role: node.kind.role,
    start: node.start,
    end: node.end,
    ...(path.length > 0 && { path }),
    ...(node.leaf
      ? { value: fieldValue(node, bytes), ...(bitFields(node) && { bits: bitValues(node, bytes) }) }
      : { children: fieldChildren(annotations, node).map(child => fieldJson(annotations, child, bytes)) }),
  };
}
