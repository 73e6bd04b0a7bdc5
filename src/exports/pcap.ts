// The packets of a run as a capture file, for Wireshark and its kin.
import type { Micros, Trace } from '../trace/trace';
import { type CapturedPacket, LINKTYPE } from '../wire/pcapng/capture';
import { writePcap } from '../wire/pcapng/write-pcap';
import { writePcapng } from '../wire/pcapng/write-pcapng';
import { STEP_TITLES } from './transcript';

/** The packets as an interface at the client saw them, in pcapng, each with the step that it belongs to as its comment. */
export function tracePcapng(trace: Trace, startedAt: string): Uint8Array<ArrayBuffer> {
  const heading = {
    application: 'Callscope',
    comment: 'A simulated remote procedure call. No packet of it was ever on a wire.',
    interfaceName: 'simulated',
    linkType: LINKTYPE.ETHERNET,
  };
  return writePcapng(heading, capturedPackets(trace, startedAt));
}

/** The same in classic pcap, which has no comments. */
export function tracePcap(trace: Trace, startedAt: string): Uint8Array<ArrayBuffer> {
  return writePcap(LINKTYPE.ETHERNET, capturedPackets(trace, startedAt));
}

/**
 * What a capture at the client holds: its own packets when they leave, the server's when they arrive, in order of time.
 * `startedAt` is the scenario's: the wall-clock time at the start of the run, ISO 8601.
 */
export function capturedPackets(trace: Trace, startedAt: string): CapturedPacket[] {
  const origin = Date.parse(startedAt) * 1000;
  const packets: CapturedPacket[] = [];
  let comment: string | undefined;
  for (const event of trace.events) {
    if (event.type === 'step') comment = `step ${event.step} of 10: ${STEP_TITLES[event.step]}`;
    if (event.type !== 'sent' && event.type !== 'arrived') continue;
    const packet = trace.packets[event.packet];
    const seenAtClient = packet.direction === 'c2s' ? 'sent' : 'arrived';
    if (event.type !== seenAtClient) continue;
    packets.push(captured(packet.bytes, origin, event.at, comment));
  }
  return packets;
}

function captured(bytes: Uint8Array, origin: number, at: Micros, comment: string | undefined): CapturedPacket {
  return {
    atMicros: origin + Math.round(at),
    linkType: LINKTYPE.ETHERNET,
    bytes,
    originalLength: bytes.length,
    ...(comment !== undefined && { comment }),
  };
}
