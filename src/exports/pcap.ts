// The packets of a run as a capture file, for Wireshark and its kin.
import { type Mark, marksOf } from '../trace/marks';
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
 * What a capture at the client holds: its own packets when they leave, also those that get lost; the server's when and as they arrive, in
 * order of time.
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
    // What the network makes of a packet on its way to the server, the client does not see.
    if (event.type === 'sent' && packet.copyOf !== undefined) continue;
    const told = [comment, ...remarksOf(trace, packet)].filter(each => each !== undefined);
    packets.push(captured(packet, linkType, origin + Math.round(event.at), told.join('; ') || undefined));
  }
  return packets;
}

/** What is remarkable about a packet: a capture at the client does not show what becomes of it behind the client. */
function remarksOf(trace: Trace, packet: Packet): string[] {
  if (trace.recording) return [];
  return marksOf(trace, packet).map(mark => REMARKS[mark]);
}

const REMARKS: Readonly<Record<Mark, string>> = {
  lost: 'gets lost on its way',
  late: 'held up by the network',
  copy: 'a copy that the network made',
  damaged: 'damaged on its way',
  discarded: 'thrown away by its receiver',
  again: 'sent again',
  'retransmission timeout': 'sent again: the retransmission timer ran out',
  'fast retransmit': 'sent again: fast retransmit',
  'window probe': 'a window probe',
  'keep-alive': 'a keep-alive probe',
  challenge: 'a challenge ACK',
  refusal: 'a refusal',
};

function linkTypeOf({ packets: [first] }: Trace): number {
  return first?.linkType ?? LINKTYPE.ETHERNET;
}

function captured(packet: Packet, linkType: number, atMicros: number, comment: string | undefined): CapturedPacket {
  return {
    atMicros,
    linkType,
    // Of the client's own packets there is only what it sent.
    bytes: (packet.direction === 's2c' ? packet.arrivedBytes : undefined) ?? packet.bytes,
    originalLength: packet.originalLength ?? packet.bytes.length,
    ...(comment !== undefined && { comment }),
  };
}
