// What a fault is called: what it does, and what it does it to.

import type { Fault, PacketFault } from '../../scenario/faults';
import { flagsText } from '../../trace/journeys';
import { type PacketPlace, packetAt } from '../../trace/packet-place';
import type { Packet, Trace } from '../../trace/trace';
import { ARROWS, type FaultTexts } from './text';

/** `drop SYN →`, `delay 100 ms PSH ACK ←`, `server hangs before execution 1`. Without a run at hand a packet has its place only: `drop packet 4 →`. */
export function faultName(fault: Fault, trace: Trace | undefined, t: FaultTexts): string {
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

function targetOf({ packet: place }: PacketFault, trace: Trace | undefined, t: FaultTexts): string {
  const arrow = ARROWS[place.direction];
  if (!trace) return `${placeName(place, t)} ${arrow}`;
  const packet = packetAt(trace, place);
  return packet ? `${packetName(packet)} ${arrow}` : `${arrow} ${place.nth + 1}: ${t.noSuchPacket}`;
}

/** A connection begins with the same packets whatever is called. RFC 9293 §3.5. */
function placeName({ connection, direction, nth }: PacketPlace, t: FaultTexts): string {
  const first = direction === 'c2s' ? 'SYN' : 'SYN ACK';
  return t.inConnection(nth === 0 ? first : t.nthPacket(nth + 1), connection + 1);
}

/** What is said of a fault that was placed or taken away. */
export function changeSaid(
  change: { readonly placed?: Fault; readonly removed?: Fault },
  trace: Trace,
  t: FaultTexts,
): string {
  if (change.placed) return t.placed(faultName(change.placed, trace, t));
  return change.removed ? t.removed(faultName(change.removed, trace, t)) : '';
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
