// The frame in which a router tells a host that a packet of it cannot be delivered.

import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import type { Pdu } from '../bytes/pdu';
import { annotateCapturedFrame } from '../captured-frame';
import { ETHERNET_HEADER, ETHERTYPE_IPV4, localMacAddress, writeEthernetHeader } from '../ethernet/ethernet';
import { IPV4_HEADER, readIpv4Header, writeIpv4Header } from '../ipv4/ipv4';
import { LINKTYPE } from '../pcapng/capture';
import { HOST_UNREACHABLE, ICMP_HEADER, PROTOCOL_ICMP, writeDestinationUnreachable } from './icmp';

/** The whole packet has no more octets than every host must take. RFC 1812 §4.3.2.3. */
const LARGEST_PACKET = 576;
/** Internetwork control: how urgent a router's own messages are. RFC 1812 §4.3.2.5, RFC 2474 §4.2.2.2. */
const DSCP_CS6 = 48;
/** What Linux' routers start with, as its hosts do. */
const TIME_TO_LIVE = 64;

/** What the router with IPv4 address `router` answers to `frame`, whose destination it cannot reach. */
export function unreachableFrame(frame: Uint8Array, router: number): Pdu {
  const packet = frame.subarray(ETHERNET_HEADER);
  const { source } = readIpv4Header(new ByteReader(packet, false));
  const original = packet.subarray(0, LARGEST_PACKET - IPV4_HEADER - ICMP_HEADER);
  const writer = new ByteWriter(false, ETHERNET_HEADER + LARGEST_PACKET);
  writeEthernetHeader(writer, {
    destination: localMacAddress(source),
    source: localMacAddress(router),
    etherType: ETHERTYPE_IPV4,
  });
  writeIpv4Header(writer, {
    dscp: DSCP_CS6,
    ecn: 0,
    totalLength: IPV4_HEADER + ICMP_HEADER + original.length,
    identification: 0,
    dontFragment: false,
    moreFragments: false,
    fragmentOffset: 0,
    timeToLive: TIME_TO_LIVE,
    protocol: PROTOCOL_ICMP,
    source: router,
    destination: source,
    options: new Uint8Array(0),
  });
  writeDestinationUnreachable(writer, HOST_UNREACHABLE, original);
  const bytes = writer.finish();
  return { format: 'ethernet', bytes, annotations: annotateCapturedFrame(bytes, LINKTYPE.ETHERNET) };
}
