// The place by which a scenario names a packet: the nth to leave in its direction of a connection. It holds in other runs too.
import type { Direction, Packet, Trace } from './trace';

/** As a scenario's faults have it. */
export interface PacketPlace {
  readonly connection: number;
  readonly direction: Direction;
  /** From 0. What the network copied is not counted: no host has sent it. */
  readonly nth: number;
}

const known = new WeakMap<Trace, { readonly nths: readonly number[]; readonly byPlace: ReadonlyMap<string, Packet> }>();

/** The place of `packet` in its run; of a copy, that of the packet it was made of. */
export function placeOf(trace: Trace, packet: Packet): PacketPlace {
  const { connection, direction } = packet;
  return { connection, direction, nth: placesOf(trace).nths[packet.copyOf ?? packet.id] };
}

/** The packet in `place`, if one ever leaves there. */
export function packetAt(trace: Trace, place: PacketPlace): Packet | undefined {
  return placesOf(trace).byPlace.get(keyOf(place));
}

function placesOf(trace: Trace) {
  let places = known.get(trace);
  if (!places) {
    places = findPlaces(trace);
    known.set(trace, places);
  }
  return places;
}

function findPlaces({ packets }: Trace) {
  const counts = new Map<string, number>();
  const nths: number[] = [];
  const byPlace = new Map<string, Packet>();
  for (const packet of packets) {
    if (packet.copyOf !== undefined) continue;
    const { connection, direction } = packet;
    const stream = `${connection} ${direction}`;
    const nth = counts.get(stream) ?? 0;
    counts.set(stream, nth + 1);
    nths[packet.id] = nth;
    byPlace.set(keyOf({ connection, direction, nth }), packet);
  }
  return { nths, byPlace };
}

function keyOf({ connection, direction, nth }: PacketPlace): string {
  return `${connection} ${direction} ${nth}`;
}
