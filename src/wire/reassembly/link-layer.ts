// Finds the IP packet behind the link-layer header of a captured packet. LINKTYPE registry, https://www.tcpdump.org/linktypes.html.
import { LINKTYPE } from '../pcapng/capture';

const ETHERTYPE_IPV4 = 0x0800;
const ETHERTYPE_IPV6 = 0x86dd;
/** 802.1Q and 802.1ad tags stand before the EtherType and are four octets long. */
const VLAN_TAGS = [0x8100, 0x88a8];

/** The octets from the IP header on; undefined when the packet carries something else, or its link type is not known. */
export function ipPacketOf(linkType: number, bytes: Uint8Array): Uint8Array | undefined {
  switch (linkType) {
    case LINKTYPE.ETHERNET:
      return ofEtherType(bytes, 12);
    case LINKTYPE.LINUX_SLL:
      return ofEtherType(bytes, 14);
    case LINKTYPE.LINUX_SLL2:
      return isIpEtherType(uint16(bytes, 0)) ? bytes.subarray(20) : undefined;
    case LINKTYPE.NULL:
    case LINKTYPE.LOOP:
      // Four octets name the address family, differently in each system: the IP version says the same.
      return bytes.subarray(4);
    case LINKTYPE.RAW:
    case LINKTYPE.IPV4:
    case LINKTYPE.IPV6:
      return bytes;
    default:
      return undefined;
  }
}

function ofEtherType(bytes: Uint8Array, typeAt: number): Uint8Array | undefined {
  let at = typeAt;
  while (VLAN_TAGS.includes(uint16(bytes, at))) at += 4;
  return isIpEtherType(uint16(bytes, at)) ? bytes.subarray(at + 2) : undefined;
}

function isIpEtherType(type: number): boolean {
  return type === ETHERTYPE_IPV4 || type === ETHERTYPE_IPV6;
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 8) | bytes[at + 1];
}
