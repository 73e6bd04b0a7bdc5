// A PDU taken apart for looking at: its own fields and, for a packet, those of the messages in its payload.
import { type Annotations, END, START } from '../wire/bytes/annotations';
import { ancestorRows, type FieldNode, fieldNode, leafAt } from '../wire/bytes/field-tree';
import type { Pdu } from '../wire/bytes/pdu';
import { annotateFrame } from '../wire/frame';
import type { Damage } from './damaged-frame';
import type { PduRef } from './selection';
import type { Packet, Trace } from './trace';

/** Octets `[start, end)` of some PDU. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of the dissection's octets that one set of fields explains: octets `[start, end)` of `pdu` stand at `at`. */
export interface Layer extends Span {
  readonly pdu: PduRef;
  readonly annotations: Annotations;
  readonly at: number;
}

/** A PDU's octets and the layers that explain them. The first layer is the PDU's own and covers everything; later ones lie on it, in order. */
export interface Dissection {
  readonly ref: PduRef;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly layers: readonly Layer[];
  /** Of a frame that did not arrive as it was sent. */
  readonly damage?: Damage;
}

/** A field of a dissection. `[start, end)` count in the dissection's octets, and are cut where the field goes on in another packet. */
export interface PlacedField extends Span {
  /** Index of its layer. */
  readonly layer: number;
  /** The field as its own PDU has it. */
  readonly node: FieldNode;
}

const frames = new WeakMap<Packet, Pdu>();

/** The PDU that `ref` means, or undefined when the run has none such. */
export function pduOf(trace: Trace, ref: PduRef): Pdu | undefined {
  if (ref.of === 'packet') {
    const packet = trace.packets[ref.id];
    return packet && frameOf(packet);
  }
  const pdu = trace.messages[ref.id]?.pdu;
  return ref.of === 'message' || !pdu ? pdu : contentOf(pdu);
}

/** What `pdu` stands for in the end, when a body is chunked and compressed as well. */
function contentOf(pdu: Pdu): Pdu | undefined {
  let content = pdu.content;
  while (content?.content) content = content.content;
  return content;
}

function frameOf(packet: Packet): Pdu {
  let frame = packet.frame ?? frames.get(packet);
  if (!frame) {
    frame = { format: 'ethernet', bytes: packet.bytes, annotations: annotateFrame(packet.bytes) };
    frames.set(packet, frame);
  }
  return frame;
}

/** Takes apart the PDU that `ref` means. */
export function dissect(trace: Trace, ref: PduRef): Dissection | undefined {
  const pdu = pduOf(trace, ref);
  if (!pdu) return undefined;
  const { format, bytes, annotations } = pdu;
  const own: Layer = { pdu: ref, annotations, start: 0, end: bytes.length, at: 0 };
  return { ref, format, bytes, layers: [own, ...carriedLayers(trace, ref)] };
}

function carriedLayers(trace: Trace, ref: PduRef): Layer[] {
  if (ref.of !== 'packet') return [];
  return trace.packets[ref.id].carries.map(({ message, start, end, at }) => ({
    pdu: { of: 'message', id: message },
    annotations: trace.messages[message].pdu.annotations,
    start,
    end,
    at,
  }));
}

/** The leaf field at octet `at`: of the message where there is one, else of the headers around it. */
export function fieldAt({ layers }: Dissection, at: number): PlacedField | undefined {
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const shift = layers[layer].at - layers[layer].start;
    if (at < layers[layer].at || at >= layers[layer].end + shift) continue;
    const node = leafAt(layers[layer].annotations, at - shift);
    if (node) return placed(layers[layer], layer, node);
  }
  return undefined;
}

/** `node` of layer number `index` with its place in the dissection. */
export function placed(layer: Layer, index: number, node: FieldNode): PlacedField {
  const shift = layer.at - layer.start;
  return {
    layer: index,
    node,
    start: Math.max(node.start, layer.start) + shift,
    end: Math.min(node.end, layer.end) + shift,
  };
}

/** The smallest field that covers all of `span`, or else the leaf at its beginning. */
export function fieldOf(dissection: Dissection, span: Span): PlacedField | undefined {
  const leaf = fieldAt(dissection, span.start);
  if (!leaf) return undefined;
  const covers = (field: Span) => field.start <= span.start && span.end <= field.end;
  if (covers(leaf) && leaf.node.part !== 'field') return leaf;
  for (let layer = leaf.layer; layer >= 0; layer--) {
    const found = smallestRow(dissection, layer, span.start, covers);
    if (found) return found;
  }
  return leaf;
}

function smallestRow(
  { layers }: Dissection,
  index: number,
  at: number,
  covers: (field: Span) => boolean,
): PlacedField | undefined {
  const layer = layers[index];
  const leaf = leafAt(layer.annotations, at - layer.at + layer.start);
  const rows = leaf ? ancestorRows(layer.annotations, leaf.row).reverse() : [];
  for (const row of rows) {
    const field = placed(layer, index, fieldNode(layer.annotations, row));
    if (covers(field)) return field;
  }
  return undefined;
}

/** Whether row `row` of `layer` has an octet within the part of its PDU that the layer shows; an empty field counts where it stands. */
export function isWithin({ annotations, start, end }: Layer, row: number): boolean {
  const [from, to] = [annotations.get(row, START), annotations.get(row, END)];
  return from === to ? start <= from && from <= end : from < end && to > start;
}
