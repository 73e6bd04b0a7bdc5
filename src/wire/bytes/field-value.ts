// What a leaf field holds, read the way its kind says.
import type { BitField } from './field-kind';
import type { FieldNode } from './field-tree';

const decoder = new TextDecoder();

/** The content of `node` in the message `bytes`: text, a number, an address, hex, or what its format makes of it. Integers beyond 2⁵³ and octets are text. */
export function fieldValue(node: FieldNode, bytes: Uint8Array): string | number {
  const octets = bytes.subarray(node.start, node.end);
  const reads = (node.part === 'head' && node.kind.headReads) || node.kind.reads;
  switch (reads) {
    case 'text':
      return decoder.decode(octets);
    case 'uint':
      return octets.length === 0 ? '' : shown(BigInt(`0x${hexText(octets)}`));
    case 'int':
      return octets.length === 0 ? '' : shown(BigInt.asIntN(8 * octets.length, BigInt(`0x${hexText(octets)}`)));
    case 'float64':
      return float64(octets);
    case 'ipv4':
      return octets.join('.');
    case 'mac':
      return hexPairs(octets).join(':');
    case 'hex':
      return hexText(octets);
    default:
      return reads(octets);
  }
}

/** The bit fields of `node`, or undefined when its bits have no names. */
export function bitFields({ kind, part, start, end }: FieldNode): readonly BitField[] | undefined {
  const bits = part === 'field' ? kind.bits : part === 'head' ? kind.headBits : undefined;
  return bits?.filter(({ firstBit, bits: count }) => firstBit + count <= (end - start) * 8);
}

/** The bit fields of `node`, by name: `{ ACK: 1, SYN: 0 }`. */
export function bitValues(node: FieldNode, bytes: Uint8Array): Readonly<Record<string, number>> {
  const bits = Array.from(bytes.subarray(node.start, node.end), octet => octet.toString(2).padStart(8, '0')).join('');
  const valueAt = (firstBit: number, count: number) => Number.parseInt(bits.slice(firstBit, firstBit + count), 2);
  return Object.fromEntries((bitFields(node) ?? []).map(field => [field.name, valueAt(field.firstBit, field.bits)]));
}

/** Octets as lower-case hex without spaces. */
export function hexText(octets: Uint8Array): string {
  return hexPairs(octets).join('');
}

const PAIRS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

function hexPairs(octets: Uint8Array): string[] {
  return Array.from(octets, octet => PAIRS[octet]);
}

/** An integer beyond 2⁵³ is text, so that none of its digits is lost. */
function shown(value: bigint): string | number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** A double, or hex when the octets are cut off. */
function float64(octets: Uint8Array): string | number {
  if (octets.length !== 8) return hexText(octets);
  return new DataView(octets.buffer, octets.byteOffset, 8).getFloat64(0);
}
