// A frame as any interface has captured it: its link header, VLAN tags, IPv4 or IPv6, TCP or ICMP, payload, each annotated inside the next.
// What cannot be understood, or is cut off at the snapshot length, is unknown.
import type { Annotations } from './bytes/annotations';
import { ByteReader } from './bytes/byte-reader';
import { guarded } from './bytes/guarded';
import { ETHERNET, ETHERTYPE_IPV4, readEthernetHeader } from './ethernet/ethernet';
import { PROTOCOL_ICMP, readIcmp } from './icmp/icmp';
import { IPV4, PROTOCOL_TCP, readIpv4Header } from './ipv4/ipv4';
import { ETHERTYPE_IPV6, IPV6, readIpv6Header } from './ipv6/ipv6';
import { LINUX_COOKED, readLinuxCooked, readLinuxCooked2 } from './linux-cooked/linux-cooked';
import { LOOPBACK, readLoopback } from './loopback/loopback';
import { LINKTYPE } from './pcapng/capture';
import { PAYLOAD, readTcpHeader, TCP } from './tcp/tcp';
import { ETHERTYPES_VLAN, readVlanTag } from './vlan/vlan';

/** The fields of a frame of this link type. They tile it. */
export function annotateCapturedFrame(bytes: Uint8Array, linkType: number): Annotations {
  const reader = new ByteReader(bytes);
  guarded(reader, () => READERS[linkType]?.(reader));
  return reader.annotations!;
}

/** How each link type's frames are read. One that is not among them is unknown. */
const READERS: Readonly<Record<number, (reader: ByteReader) => void>> = {
  [LINKTYPE.ETHERNET]: reader =>
    inside(reader, ETHERNET, () => readByType(reader, readEthernetHeader(reader).etherType)),
  [LINKTYPE.LINUX_SLL]: reader => inside(reader, LINUX_COOKED, () => readByType(reader, readLinuxCooked(reader))),
  [LINKTYPE.LINUX_SLL2]: reader => inside(reader, LINUX_COOKED, () => readByType(reader, readLinuxCooked2(reader))),
  [LINKTYPE.NULL]: readOverLoopback,
  [LINKTYPE.LOOP]: readOverLoopback,
  [LINKTYPE.RAW]: readByVersion,
  [LINKTYPE.IPV4]: readByVersion,
  [LINKTYPE.IPV6]: readByVersion,
};

function readOverLoopback(reader: ByteReader): void {
  inside(reader, LOOPBACK, () => {
    readLoopback(reader);
    readByVersion(reader);
  });
}

/** A frame goes on to the end of what was captured: what the packet in it leaves over is padding. */
function inside(reader: ByteReader, kind: typeof ETHERNET, read: () => void): void {
  reader.begin(kind);
  read();
  reader.take(reader.remaining);
  reader.end();
}

function readByType(reader: ByteReader, etherType: number): void {
  if (ETHERTYPES_VLAN.includes(etherType)) readByType(reader, readVlanTag(reader));
  else if (etherType === ETHERTYPE_IPV4) readIpv4(reader);
  else if (etherType === ETHERTYPE_IPV6) readIpv6(reader);
}

function readByVersion(reader: ByteReader): void {
  const version = reader.bytes[reader.at] >>> 4;
  if (version === 4) readIpv4(reader);
  else if (version === 6) readIpv6(reader);
}

function readIpv4(reader: ByteReader): void {
  const start = reader.at;
  reader.begin(IPV4);
  const { totalLength, protocol, fragmentOffset, moreFragments } = readIpv4Header(reader);
  const isWhole = fragmentOffset === 0 && !moreFragments;
  const end = totalLength === 0 ? reader.limit : start + totalLength;
  readIpPayload(reader, end, isWhole ? PAYLOADS[protocol] : undefined);
}

function readIpv6(reader: ByteReader): void {
  const start = reader.at;
  reader.begin(IPV6);
  const { protocol, payloadLength } = readIpv6Header(reader);
  const end = payloadLength === 0 ? reader.limit : start + 40 + payloadLength;
  readIpPayload(reader, end, protocol === PROTOCOL_TCP ? readTcp : undefined);
}

/** A length of 0 is a large segment that the network card has yet to cut up: it goes to the end of the frame. */
function readIpPayload(reader: ByteReader, statedEnd: number, read?: (reader: ByteReader) => void): void {
  const end = Math.max(reader.at, Math.min(reader.limit, statedEnd));
  if (read) reader.limited(end - reader.at, () => read(reader));
  else reader.take(end - reader.at);
  reader.end();
}

function readTcp(reader: ByteReader): void {
  reader.begin(TCP);
  readTcpHeader(reader);
  if (reader.remaining > 0) {
    reader.begin(PAYLOAD);
    reader.take(reader.remaining);
    reader.end();
  }
  reader.end();
}

/** What IPv4 packets of each protocol carry, as far as it is explained. */
const PAYLOADS: Readonly<Record<number, (reader: ByteReader) => void>> = {
  [PROTOCOL_TCP]: readTcp,
  [PROTOCOL_ICMP]: readIcmp,
};
