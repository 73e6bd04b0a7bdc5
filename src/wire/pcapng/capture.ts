// What a capture file holds, whichever of the two formats it is written in. draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng.

/** Link-layer header types of the IANA/tcpdump LINKTYPE registry that captures of TCP use. */
export const LINKTYPE = {
  NULL: 0,
  ETHERNET: 1,
  RAW: 101,
  LOOP: 108,
  LINUX_SLL: 113,
  IPV4: 228,
  IPV6: 229,
  LINUX_SLL2: 276,
} as const;

/** One packet of a capture, as a network interface saw it. */
export interface CapturedPacket {
  /** Microseconds since 1970-01-01 UTC. Simplified: nanoseconds are rounded down, for a number holds no more of today's dates. */
  readonly atMicros: number;
  /** A number of the LINKTYPE registry: which header the octets begin with. */
  readonly linkType: number;
  readonly bytes: Uint8Array;
  /** Octets that the packet had on the wire: more than `bytes` when the capture was cut at a snapshot length. */
  readonly originalLength: number;
  /** A remark for people who open the file. Only pcapng can hold it. */
  readonly comment?: string;
}
