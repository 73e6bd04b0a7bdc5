// The packets of a run as a capture file, for Wireshark and its kin.
import type { Packet, Trace } from '../trace/trace';
import { type CapturedPacket, LINKTYPE } from '../wire/pcapng/capture';
import { writePcap } from '../wire/pcapng/write-pcap';
import { writePcapng } from '../wire/pcapng/write-pcapng';
import { STEP_TITLES } from './transcript';

/** The packets as an interface at the client saw them, in pcapng, each with the step that it belongs to as its comment. */
export function tracePcapng(trace: Trace, startedAt: string): Uint8Array<ArrayBuffer> {
  const heading = trace.recording
    ? { application: 'Callscope', comment: 'A part of a capture.', interfaceName: 'recorded' }
    : {
        application: 'Callscope',
        comment: 'A simulated remote procedure call. No packet of it was ever on a wire.',
        interfaceName: 'simulated',
      };
  return writePcapng({ ...heading, linkType: linkTypeOf(trace) }, capturedPackets(trace, startedAt));
}

/** The same in classic pcap, which has no comments. */
export function tracePcap(trace: Trace, startedAt: string): Uint8Array<ArrayBuffer> {
  return writePcap(linkTypeOf(trace), capturedPackets(trace, startedAt));
}

/**
 * What a capture at the client holds: its own packets when they leave, the server's when they arrive, in order of time.
 * `startedAt` is the scenario's: the wall-clock time at the start of the run, ISO 8601. A recording has times of its own.
 * Simplified: packets of a recording with another link type than its first are left out, for they would need an interface of their own.
 */
export function capturedPackets(trace: Trace, startedAt: string): CapturedPacket[] {
  const origin = trace.recording?.startedAtMicros ?? Date.parse(startedAt) * 1000;
  const linkType = linkTypeOf(trace);
  const packets: CapturedPacket[] = [];
  let comment: string | undefined;
  for (const event of trace.events) {
    if (event.type === 'step' && !trace.recording) comment = `step ${event.step} of 10: ${STEP_TITLES[event.step]}`;
    if (event.type !== 'sent' && event.type !== 'arrived') continue;
    const packet = trace.packets[event.packet];
    const seenAtClient = packet.direction === 'c2s' ? 'sent' : 'arrived';
    if (event.type !== seenAtClient || (packet.linkType ?? LINKTYPE.ETHERNET) !== linkType) continue;
    packets.push(captured(packet, linkType, origin + Math.round(event.at), comment));
  }
  return packets;
}

function linkTypeOf({ packets: [first] }: Trace): number {
  return first?.linkType ?? LINKTYPE.ETHERNET;
}

function captured(packet: Packet, linkType: number, atMicros: number, comment: string | undefined): CapturedPacket {
  return {
    atMicros,
    linkType,
    bytes: packet.bytes,
    originalLength: packet.originalLength ?? packet.bytes.length,
    ...(comment !== undefined && { comment }),
  };
}
