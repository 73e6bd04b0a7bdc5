// The place by which a scenario names a packet: the nth to leave in its direction of a connection. It holds in other runs too.
import type { Direction, Packet, Trace } from './trace';

/** As a scenario's faults have it. */
export interface PacketPlace {
  readonly connection: number;
  readonly direction: Direction;
  /** From 0. What the network copied is not counted: no host has sent it. */
  readonly nth: number;
}

const known = new WeakMap<
  Trace,
  { readonly places: readonly PacketPlace[]; readonly byPlace: ReadonlyMap<string, Packet> }
>();

/** The place of `packet` in its run; of a copy, that of the packet it was made of. */
export function placeOf(trace: Trace, packet: Packet): PacketPlace {
  return placesOf(trace).places[packet.copyOf ?? packet.id];
}

/** The packet in `place`, if one ever leaves there. */
export function packetAt(trace: Trace, place: PacketPlace): Packet | undefined {
  return placesOf(trace).byPlace.get(keyOf(place));
}

function placesOf(trace: Trace) {
  let found = known.get(trace);
  if (!found) {
    const places = trace.part?.places ?? countPlaces(trace);
    const originals = trace.packets.filter(({ copyOf }) => copyOf === undefined);
    found = { places, byPlace: new Map(originals.map(packet => [keyOf(places[packet.id]), packet])) };
    known.set(trace, found);
  }
  return found;
}

function countPlaces({ packets }: Trace): PacketPlace[] {
  const counts = new Map<string, number>();
  const places: PacketPlace[] = [];
  for (const { id, connection, direction, copyOf } of packets) {
    if (copyOf !== undefined) continue;
    const stream = `${connection} ${direction}`;
    const nth = counts.get(stream) ?? 0;
    counts.set(stream, nth + 1);
    places[id] = { connection, direction, nth };
  }
  return places;
}

function keyOf({ connection, direction, nth }: PacketPlace): string {
  return `${connection} ${direction} ${nth}`;
}
