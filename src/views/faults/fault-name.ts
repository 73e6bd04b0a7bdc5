// What a fault is called: what it does, and what it does it to in the run at hand.

import type { Fault, PacketFault } from '../../scenario/faults';
import { flagsText } from '../../trace/journeys';
import { packetAt } from '../../trace/packet-place';
import type { Packet, Trace } from '../../trace/trace';
import type { FaultTexts } from './text';

/** `drop SYN →`, `delay 100 ms PSH ACK ←`, `server hangs before call 1`. */
export function faultName(fault: Fault, trace: Trace, t: FaultTexts): string {
  switch (fault.does) {
    case 'partition':
      return t.cut(fault.from, fault.until, fault.direction);
    case 'stop-reading':
      return t.stopsReading(fault.host, fault.from, fault.until);
    case 'hang':
    case 'crash':
    case 'power-off':
    case 'unreachable':
      return `${t.does[fault.does]} ${t.when(fault.when)}${t.lasts(fault.lasts)}`;
    default:
      return `${deedOf(fault, t)} ${targetOf(fault, trace, t)}`;
  }
}

function deedOf(fault: PacketFault, t: FaultTexts): string {
  if (fault.does === 'delay') return t.delayed(fault.by);
  return fault.does === 'flip' ? t.flipped(fault.bits.length) : t.does[fault.does];
}

function targetOf({ packet: place }: PacketFault, trace: Trace, t: FaultTexts): string {
  const arrow = place.direction === 'c2s' ? '→' : '←';
  const packet = packetAt(trace, place);
  return packet ? `${packetName(packet)} ${arrow}` : `${arrow} ${place.nth + 1}: ${t.noSuchPacket}`;
}

/** Its flags and the octets that it carries: `PSH ACK · 148 B`. */
export function packetName(packet: Packet): string {
  const { segment } = packet;
  return `${flagsText(packet)}${segment.length > 0 ? ` · ${segment.length} B` : ''}`;
}

/** Whether a fault hits something in this run; whoever befalls the hosts, is not judged here. */
export function hits(fault: Fault, trace: Trace): boolean {
  return !('packet' in fault) || packetAt(trace, fault.packet) !== undefined;
}
