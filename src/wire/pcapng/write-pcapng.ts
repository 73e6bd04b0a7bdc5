// Writes pcapng: one section, one interface, one enhanced packet block per packet. draft-ietf-opsawg-pcapng §4.
import type { CapturedPacket } from './capture';
import { FileWriter } from './file-writer';

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Option codes. §3.5, §4.1, §4.2. */
const OPT_END = 0;
const OPT_COMMENT = 1;
const SHB_USERAPPL = 4;
const IF_NAME = 2;
const IF_TSRESOL = 9;

const encoder = new TextEncoder();

/** What the file says about itself. */
export interface PcapngHeading {
  readonly application: string;
  readonly comment: string;
  readonly interfaceName: string;
  readonly linkType: number;
}

/** A pcapng file of `packets`, in their order, with times in microseconds. */
export function writePcapng(heading: PcapngHeading, packets: Iterable<CapturedPacket>): Uint8Array<ArrayBuffer> {
  const file = new FileWriter();
  block(file, SECTION_HEADER, body => sectionHeader(body, heading));
  block(file, INTERFACE_DESCRIPTION, body => interfaceDescription(body, heading));
  for (const packet of packets) block(file, ENHANCED_PACKET, body => enhancedPacket(body, packet));
  return file.finish();
}

/** A block: its type and length, the body, and the length once more, for readers that go backwards. §3.1. */
function block(file: FileWriter, type: number, write: (body: FileWriter) => void): void {
  const body = new FileWriter();
  write(body);
  const octets = body.finish();
  const length = octets.length + 12;
  file.uint32(type);
  file.uint32(length);
  file.bytes(octets);
  file.uint32(length);
}

function sectionHeader(body: FileWriter, heading: PcapngHeading): void {
  body.uint32(BYTE_ORDER_MAGIC);
  body.uint16(1);
  body.uint16(0);
  // A section length of -1: not stated.
  body.uint32(0xffffffff);
  body.uint32(0xffffffff);
  option(body, OPT_COMMENT, encoder.encode(heading.comment));
  option(body, SHB_USERAPPL, encoder.encode(heading.application));
  option(body, OPT_END, new Uint8Array(0));
}

function interfaceDescription(body: FileWriter, heading: PcapngHeading): void {
  body.uint16(heading.linkType);
  body.uint16(0);
  // A snapshot length of 0: no limit.
  body.uint32(0);
  option(body, IF_NAME, encoder.encode(heading.interfaceName));
  // 10⁻⁶ s, which is also the default; said aloud, for readers of the file.
  option(body, IF_TSRESOL, Uint8Array.of(6));
  option(body, OPT_END, new Uint8Array(0));
}

function enhancedPacket(body: FileWriter, packet: CapturedPacket): void {
  body.uint32(0);
  body.uint32(Math.floor(packet.atMicros / 2 ** 32));
  body.uint32(packet.atMicros % 2 ** 32);
  body.uint32(packet.bytes.length);
  body.uint32(packet.originalLength);
  body.bytes(packet.bytes);
  body.align();
  if (packet.comment === undefined) return;
  option(body, OPT_COMMENT, encoder.encode(packet.comment));
  option(body, OPT_END, new Uint8Array(0));
}

function option(body: FileWriter, code: number, value: Uint8Array): void {
  body.uint16(code);
  body.uint16(value.length);
  body.bytes(value);
  body.align();
}
