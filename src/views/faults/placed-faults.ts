// The faults of a scenario as far as they are about one packet, and what an act makes of them.
import type { Fault, PacketFault, PacketPlace } from '../../scenario/faults';

/** The faults that are put on the packet in `place`. */
export function faultsOn(place: PacketPlace, faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(fault => 'packet' in fault && isSamePlace(fault.packet, place));
}

/** `faults` with `fault` placed, or without the one that does the same to its packet already. Bits can be flipped again and again. */
export function toggled(
  faults: readonly Fault[],
  fault: PacketFault,
): { readonly faults: readonly Fault[]; readonly placed?: Fault; readonly removed?: Fault } {
  const present = faultsOn(fault.packet, faults).find(({ does }) => does === fault.does && does !== 'flip');
  if (!present) return { faults: [...faults, fault], placed: fault };
  return { faults: faults.filter(each => each !== present), removed: present };
}

function isSamePlace(a: PacketPlace, b: PacketPlace): boolean {
  return a.connection === b.connection && a.direction === b.direction && a.nth === b.nth;
}
