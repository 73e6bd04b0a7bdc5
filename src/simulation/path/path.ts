// The path that a scenario describes: what befalls each packet by its hand-placed faults, by partitions and by chance.
import type { PacketFault, PacketPlace, PartitionFault } from '../../scenario/faults';
import type { Micros, Packet } from '../../trace/trace';
import type { Fate, Path } from './fate';
import { flipBits } from './flip-bits';
import type { RoughScenario } from './link';
import { type Luck, luckOf } from './luck';

/** So long a packet waits at most to be overtaken: long enough for what TCP sends again, be it a SYN after a second. */
const PATIENCE: Micros = 2_000_000;
/** The same by chance: long enough for a packet that follows closely. A conversation in turns would stand still otherwise. */
const CHANCE_PATIENCE: Micros = 10_000;

/** One path for one run: it counts the packets. `now` tells the time. */
export function pathOf({ faults, impairments, seed }: RoughScenario, now: () => Micros): Path {
  const partitions = faults.filter(fault => fault.does === 'partition');
  const placed = new Map<string, PacketFault[]>();
  for (const fault of faults)
    if ('packet' in fault) placed.set(keyOf(fault.packet), [...(placed.get(keyOf(fault.packet)) ?? []), fault]);
  const leaving = new Map<string, number>();
  const luck = luckOf(impairments, seed);
  return packet => {
    const { connection, direction } = packet;
    const stream = `${connection} ${direction}`;
    const nth = leaving.get(stream) ?? 0;
    leaving.set(stream, nth + 1);
    const chance = luck(packet);
    if (partitions.some(partition => isCut(partition, packet, now()))) return { frame: undefined, why: 'partition' };
    return fateOf(packet, placed.get(keyOf({ connection, direction, nth })) ?? [], chance);
  };
}

function keyOf({ connection, direction, nth }: PacketPlace): string {
  return `${connection} ${direction} ${nth}`;
}

function isCut({ from, until = Infinity, direction }: PartitionFault, packet: Packet, at: Micros): boolean {
  return from <= at && at < until && (direction ?? packet.direction) === packet.direction;
}

/** What is placed by hand goes before chance. */
function fateOf({ bytes }: Packet, faults: readonly PacketFault[], luck: Luck): Fate {
  const does = (what: PacketFault['does']) => faults.some(fault => fault.does === what);
  const bits = faults.flatMap(fault => (fault.does === 'flip' ? fault.bits : []));
  if (luck.flips !== undefined) bits.push(luck.flips);
  const copied = does('duplicate') || luck.duplicated;
  if (does('drop')) return { frame: undefined, why: 'fault', copied };
  if (luck.lost) return { frame: undefined, why: 'loss', copied };
  const late = faults.reduce((sum, fault) => (fault.does === 'delay' ? sum + fault.by : sum), 0);
  const letsPass = does('reorder') ? PATIENCE : luck.reordered ? CHANCE_PATIENCE : undefined;
  return { frame: flipBits(bytes, bits), copied, late, letsPass, jitter: luck.jitter };
}
