// The options of a packet's TCP header, read off its octets.
import { ByteReader } from '../wire/bytes/byte-reader';
import { ETHERNET_HEADER, ETHERTYPE_IPV4 } from '../wire/ethernet/ethernet';
import { readTcpOptions, type TcpOption } from '../wire/tcp/options';
import type { Packet } from './trace';

/** The LINKTYPE registry's number for Ethernet. */
const ETHERNET = 1;
/** TCP's header without options. RFC 9293 §3.1. */
const TCP_HEADER = 20;

/** The options of `packet` in their order. Of what was not recorded as IPv4 over plain Ethernet they are not known: undefined. */
export function tcpOptionsOf({ bytes, linkType = ETHERNET, segment }: Packet): readonly TcpOption[] | undefined {
  const etherType = (bytes[ETHERNET_HEADER - 2] << 8) | bytes[ETHERNET_HEADER - 1];
  if (linkType !== ETHERNET || etherType !== ETHERTYPE_IPV4 || bytes.length < segment.headerLength) return undefined;
  const ipv4Header = (bytes[ETHERNET_HEADER] & 0x0f) * 4;
  const at = ETHERNET_HEADER + ipv4Header + TCP_HEADER;
  return readTcpOptions(new ByteReader(bytes.subarray(at, segment.headerLength), false), segment.headerLength - at);
}
