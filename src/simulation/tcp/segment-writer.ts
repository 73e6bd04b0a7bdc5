// Puts the segments of one end of a connection into frames.
import type { Micros } from '../../trace/trace';
import type { Slab } from '../../wire/bytes/slab';
import { ETHERTYPE_IPV4, type EthernetHeader, localMacAddress } from '../../wire/ethernet/ethernet';
import { encodeFrame, ipv4Length } from '../../wire/frame';
import { PROTOCOL_TCP } from '../../wire/ipv4/ipv4';
import { ACK, RST, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { type ControlBlock, timestampAt, windowToOffer } from './control-block';
import { segmentOptions, synOptions } from './header-options';
import type { SeqNumber } from './seq-number';
import { windowField } from './window';

/** An IPv4 address and a port. */
export interface SocketAddress {
  readonly address: number;
  readonly port: number;
}

/** What a segment says besides what its control block says. */
export interface Segment {
  readonly flags: number;
  readonly seq: SeqNumber;
  readonly payload: Uint8Array;
}

const NO_OCTETS: Uint8Array = new Uint8Array(0);
/** The time to live that Linux starts with (net.ipv4.ip_default_ttl). */
const TIME_TO_LIVE = 64;

export class SegmentWriter {
  readonly ethernet: EthernetHeader;
  private readonly timestampOrigin: number;
  private identification: number;

  constructor(
    private readonly local: SocketAddress,
    private readonly remote: SocketAddress,
    random: () => number,
    private readonly slab: Slab,
  ) {
    this.timestampOrigin = random();
    this.identification = random() & 0xffff;
    this.ethernet = {
      destination: localMacAddress(remote.address),
      source: localMacAddress(local.address),
      etherType: ETHERTYPE_IPV4,
    };
  }

  /** The frame of a segment that leaves now. */
  frame(block: ControlBlock, segment: Segment, now: Micros): Uint8Array {
    const tcp = this.header(block, segment, now);
    return this.frameOf(tcp, segment.payload, this.nextIdentification(tcp.flags));
  }

  /** The frame of a reset for whoever has no connection here: it has no options. */
  refusal(seq: SeqNumber, ack: SeqNumber | undefined): Uint8Array {
    const flags = ack === undefined ? RST : RST | ACK;
    const tcp: TcpHeader = {
      sourcePort: this.local.port,
      destinationPort: this.remote.port,
      sequenceNumber: seq,
      acknowledgmentNumber: ack ?? 0,
      flags,
      window: 0,
      urgentPointer: 0,
      options: [],
    };
    return this.frameOf(tcp, NO_OCTETS, 0);
  }

  /** The reading of this host's clock for timestamps. */
  timestamp(now: Micros): number {
    return timestampAt(this.timestampOrigin, now);
  }

  private header(block: ControlBlock, { flags, seq }: Segment, now: Micros): TcpHeader {
    const timestamp = this.timestamp(now);
    const isSyn = (flags & SYN) !== 0;
    return {
      sourcePort: this.local.port,
      destinationPort: this.remote.port,
      sequenceNumber: seq,
      acknowledgmentNumber: flags & ACK ? block.rcvNxt : 0,
      flags,
      window: isSyn ? block.rcvBuffer : windowField(windowToOffer(block), block.extensions.rcvShift ?? 0),
      urgentPointer: 0,
      options: isSyn ? synOptions(block, timestamp) : segmentOptions(block, timestamp),
    };
  }

  private frameOf(tcp: TcpHeader, payload: Uint8Array, identification: number): Uint8Array {
    const ipv4 = {
      dscp: 0,
      ecn: 0,
      totalLength: ipv4Length(tcp, payload),
      identification,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: TIME_TO_LIVE,
      protocol: PROTOCOL_TCP,
      source: this.local.address,
      destination: this.remote.address,
      options: NO_OCTETS,
    };
    return encodeFrame({ ethernet: this.ethernet, ipv4, tcp, payload }, this.slab);
  }

  /** A SYN-ACK has 0 on Linux, which keeps no socket for it yet; every other packet of a connection counts on. */
  private nextIdentification(flags: number): number {
    if ((flags & (SYN | ACK)) === (SYN | ACK)) return 0;
    const { identification } = this;
    this.identification = (identification + 1) & 0xffff;
    return identification;
  }
}
