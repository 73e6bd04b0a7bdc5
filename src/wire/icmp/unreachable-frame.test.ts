import { describe, expect, it } from 'vitest';
import { leafFields, rootFields } from '../bytes/field-tree';
import { tilingFault } from '../bytes/tiling';
import { ETHERNET_HEADER, ETHERTYPE_IPV4, localMacAddress } from '../ethernet/ethernet';
import { encodeFrame, ipv4Length } from '../frame';
import { checksumOf, checksumOver } from '../internet-checksum';
import { ipv4FromText, PROTOCOL_TCP } from '../ipv4/ipv4';
import { SYN } from '../tcp/tcp';
import { unreachableFrame } from './unreachable-frame';

const CLIENT = ipv4FromText('172.171.4.176');
const SERVER = ipv4FromText('172.171.5.95');
const ROUTER = ipv4FromText('172.171.5.1');
const NONE = new Uint8Array(0);

/** A segment of the client with `octets` octets of payload. */
function segment(octets: number): Uint8Array {
  const tcp = {
    sourcePort: 51_000,
    destinationPort: 8080,
    sequenceNumber: 1,
    acknowledgmentNumber: 0,
    flags: SYN,
    window: 64_240,
    urgentPointer: 0,
    options: [],
  };
  const payload = new Uint8Array(octets);
  return encodeFrame({
    ethernet: { destination: localMacAddress(SERVER), source: localMacAddress(CLIENT), etherType: ETHERTYPE_IPV4 },
    ipv4: {
      dscp: 0,
      ecn: 0,
      totalLength: ipv4Length(tcp, payload),
      identification: 7,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: PROTOCOL_TCP,
      source: CLIENT,
      destination: SERVER,
      options: NONE,
    },
    tcp,
    payload,
  });
}

describe('what a router answers when it does not find the host', () => {
  const original = segment(0);
  const { bytes, annotations } = unreachableFrame(original, ROUTER);

  it('goes from the router to the sender', () => {
    expect([...bytes.subarray(26, 34)]).toEqual([172, 171, 5, 1, 172, 171, 4, 176]);
  });

  it('is type 3, code 1 of RFC 792, with a right checksum', () => {
    const message = bytes.subarray(ETHERNET_HEADER + 20);
    expect([...message.subarray(0, 2)]).toEqual([3, 1]);
    expect(checksumOf(checksumOver(message, 0, message.length))).toBe(0);
  });

  it('quotes the packet that was not delivered', () => {
    expect(bytes.subarray(ETHERNET_HEADER + 28)).toEqual(original.subarray(ETHERNET_HEADER));
  });

  it('quotes no more than fits a packet of 576 octets', () => {
    expect(unreachableFrame(segment(1400), ROUTER).bytes.length).toBe(ETHERNET_HEADER + 576);
  });

  it('has a field for every octet', () => {
    expect(tilingFault(annotations, bytes.length)).toBeUndefined();
    expect(leafFields(annotations).filter(({ kind }) => kind.role === 'unknown')).toEqual([]);
    expect(rootFields(annotations).map(({ name }) => name)).toEqual(['ethernet']);
  });
});
