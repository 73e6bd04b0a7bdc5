// What befalls packets by chance. Every packet draws the same numbers, whatever the rates are: so a higher rate of loss loses those
// packets that a lower one loses, and some more; and each direction of each connection has a sequence of its own, so that one more
// packet changes the luck of those behind it there, and of no other.
import type { Impairments } from '../../scenario/faults';
import type { Direction, Micros, Packet } from '../../trace/trace';
import { ETHERNET_HEADER } from '../../wire/ethernet/ethernet';
import { randomNumbers } from '../random';

export interface Luck {
  readonly lost: boolean;
  readonly duplicated: boolean;
  readonly reordered: boolean;
  /** The bit of the frame that is flipped, if one is. In the IP packet: the headers of a link are written anew by every router. */
  readonly flips: number | undefined;
  readonly jitter: Micros;
}

/** Draws the luck of each packet, which have to be given in the order of leaving. */
export function luckOf(impairments: Impairments, seed: number): (packet: Packet) => Luck {
  const seeds = { c2s: randomNumbers(seed, 'path to the server'), s2c: randomNumbers(seed, 'path to the client') };
  const draws: Record<Direction, (() => number)[]> = { c2s: [], s2c: [] };
  return ({ connection, direction, bytes }) => {
    const own = draws[direction];
    while (own.length <= connection) own.push(sharesFrom(seeds[direction]()));
    const draw = own[connection];
    const [loss, duplication, reordering, corruption, place, jitter] = [draw(), draw(), draw(), draw(), draw(), draw()];
    const first = ETHERNET_HEADER * 8;
    return {
      lost: loss < impairments.loss,
      duplicated: duplication < impairments.duplication,
      reordered: reordering < impairments.reordering,
      flips: corruption < impairments.corruption ? first + Math.floor(place * (bytes.length * 8 - first)) : undefined,
      jitter: Math.round(jitter * impairments.jitter),
    };
  };
}

/** Numbers from 0 to 1, below 1. */
function sharesFrom(seed: number): () => number {
  const random = randomNumbers(seed, 'luck of packets');
  return () => random() / 2 ** 32;
}
