// Reads pcapng: any number of sections and interfaces, each section in its own byte order. draft-ietf-opsawg-pcapng §3 and §4.
import { problem } from '../../problem/problem';
import type { CapturedPacket } from './capture';
import { FileReader } from './file-reader';

export const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const OPT_END = 0;
const OPT_COMMENT = 1;
const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
/** Type, length, and the length once more. */
const SMALLEST_BLOCK = 12;

interface Interface {
  readonly linkType: number;
  readonly snapshotLength: number;
  readonly ticksPerSecond: bigint;
  readonly offsetSeconds: bigint;
}

const decoder = new TextDecoder();

/** The packets of a pcapng file, one by one in its order. Throws `capture.cut-off`, `capture.bad-block` or `capture.unknown-interface`. */
export function* readPcapng(file: Uint8Array): Generator<CapturedPacket> {
  let interfaces: Interface[] = [];
  let littleEndian = true;
  let at = 0;
  while (at < file.length) {
    const type = new FileReader(file, littleEndian, at).uint32();
    // The type of a section header reads the same in both byte orders, so that the order can be learnt from its body.
    if (type === SECTION_HEADER) {
      littleEndian = isLittleEndian(file, at);
      interfaces = [];
    }
    const body = blockBody(file, littleEndian, at);
    if (type === INTERFACE_DESCRIPTION) interfaces.push(interfaceDescription(body));
    else if (type === ENHANCED_PACKET || type === OBSOLETE_PACKET) yield packet(body, interfaces, type);
    else if (type === SIMPLE_PACKET) yield simplePacket(body, interfaces);
    at = body.limit + 4;
  }
}

function isLittleEndian(file: Uint8Array, at: number): boolean {
  if (new FileReader(file, true, at + 8).uint32() === BYTE_ORDER_MAGIC) return true;
  if (new FileReader(file, false, at + 8).uint32() === BYTE_ORDER_MAGIC) return false;
  throw problem('capture.bad-block', { offset: at }, { offset: at });
}

function blockBody(file: Uint8Array, littleEndian: boolean, at: number): FileReader {
  const reader = new FileReader(file, littleEndian, at + 4);
  const length = reader.uint32();
  if (length < SMALLEST_BLOCK || length % 4 !== 0) throw problem('capture.bad-block', { offset: at }, { offset: at });
  const body = reader.within(length - SMALLEST_BLOCK);
  if (reader.uint32() !== length) throw problem('capture.bad-block', { offset: at }, { offset: at });
  return body;
}

function interfaceDescription(body: FileReader): Interface {
  const linkType = body.uint16();
  body.uint16();
  const snapshotLength = body.uint32();
  let ticksPerSecond = 1_000_000n;
  let offsetSeconds = 0n;
  for (const { code, value } of options(body)) {
    if (code === IF_TSRESOL && value.remaining >= 1) ticksPerSecond = resolution(value.take(1)[0]);
    if (code === IF_TSOFFSET && value.remaining >= 8) offsetSeconds = value.int64();
  }
  return { linkType, snapshotLength, ticksPerSecond, offsetSeconds };
}

/** The highest bit chooses the base: a negative power of two, or of ten. §4.2. */
function resolution(tsresol: number): bigint {
  return tsresol & 0x80 ? 2n ** BigInt(tsresol & 0x7f) : 10n ** BigInt(tsresol);
}

function packet(body: FileReader, interfaces: readonly Interface[], type: number): CapturedPacket {
  const start = body.at;
  // The obsolete block has 16 bits for the interface, and then a count of drops. Appendix A.
  const index = type === OBSOLETE_PACKET ? body.uint16() : body.uint32();
  if (type === OBSOLETE_PACKET) body.uint16();
  const known = interfaces[index];
  if (!known) throw problem('capture.unknown-interface', { interface: index, offset: start }, { offset: start });
  const high = body.uint32();
  const low = body.uint32();
  const length = body.uint32();
  const originalLength = body.uint32();
  const bytes = body.take(length);
  body.take(Math.min(-length & 3, body.remaining));
  const comment = options(body).find(({ code }) => code === OPT_COMMENT);
  return {
    atMicros: microsSince1970(known, (BigInt(high) << 32n) | BigInt(low)),
    linkType: known.linkType,
    bytes,
    originalLength,
    ...(comment && { comment: decoder.decode(comment.value.take(comment.value.remaining)) }),
  };
}

/** A simple packet block has neither time nor interface: it belongs to the first. §4.4. */
function simplePacket(body: FileReader, interfaces: readonly Interface[]): CapturedPacket {
  const known = interfaces[0];
  if (!known) throw problem('capture.unknown-interface', { interface: 0, offset: body.at }, { offset: body.at });
  const originalLength = body.uint32();
  const length = known.snapshotLength === 0 ? originalLength : Math.min(originalLength, known.snapshotLength);
  return { atMicros: 0, linkType: known.linkType, bytes: body.take(length), originalLength };
}

function microsSince1970(known: Interface, ticks: bigint): number {
  return Number((ticks * 1_000_000n) / known.ticksPerSecond + known.offsetSeconds * 1_000_000n);
}

function options(body: FileReader): { readonly code: number; readonly value: FileReader }[] {
  const found: { code: number; value: FileReader }[] = [];
  while (body.remaining >= 4) {
    const code = body.uint16();
    const length = body.uint16();
    if (code === OPT_END) break;
    found.push({ code, value: body.within(length) });
    body.take(Math.min(-length & 3, body.remaining));
  }
  return found;
}
