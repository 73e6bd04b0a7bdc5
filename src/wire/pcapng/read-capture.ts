// Reads a capture file of either format, which its first four octets tell.
import { problem } from '../../problem/problem';
import type { CapturedPacket } from './capture';
import { FileReader } from './file-reader';
import { PCAP_MAGICS, readPcap } from './read-pcap';
import { readPcapng, SECTION_HEADER } from './read-pcapng';

/** The packets of a pcap or pcapng file. Throws a ProblemError whose `at.offset` is the place in the file. */
export function readCapture(file: Uint8Array): CapturedPacket[] {
  return [...capturedPackets(file)];
}

/** The same, one by one: what stands before a damaged place is given before it throws. A file of no such format throws at once. */
export function capturedPackets(file: Uint8Array): Generator<CapturedPacket> {
  if (file.length < 4) throw problem('capture.unknown-format', { magic: hex(file) }, { offset: 0 });
  const magic = new FileReader(file, false).uint32();
  if (magic === SECTION_HEADER) return readPcapng(file);
  if (PCAP_MAGICS.has(magic)) return readPcap(file, magic);
  throw problem('capture.unknown-format', { magic: hex(file.subarray(0, 4)) }, { offset: 0 });
}

function hex(octets: Uint8Array): string {
  return Array.from(octets, octet => octet.toString(16).padStart(2, '0')).join(' ') || '—';
}
