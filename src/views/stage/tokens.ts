// The packets as the stage draws them: which are drawn as one, when each is on its way, and on which track, so that none hides another.
import type { Scale } from '../../playback/scale';
import { endOf, journeysOf, type Train, trainsOf } from '../../trace/journeys';
import type { Trace } from '../../trace/trace';

/** At most about so many are drawn for a whole run's data. */
const MOST = 40;

export interface Token {
  readonly train: Train;
  /** The packet that stands for the train. */
  readonly packet: number;
  /** Seqs of its leaving and of its end: it arrives, or is `lost`. */
  readonly sent: number;
  readonly ends: number;
  readonly lost: boolean;
  /** From where to where it travels, as shares of the lane: the network loses and copies halfway. */
  readonly from: number;
  readonly to: number;
  readonly track: number;
}

/** All packets that arrive or get lost, in the order of leaving. `share` is a token's length as a share of the lane's, `tracks` how many lie side by side. */
export function tokensOf(trace: Trace, scale: Scale, share: number, tracks: number): readonly Token[] {
  const ways = journeysOf(trace);
  const free = { c2s: freeTracks(tracks), s2c: freeTracks(tracks) };
  const most = trace.packets.length > 3 * MOST ? MOST : trace.packets.length;
  return trainsOf(trace, Math.max(1, most)).flatMap(train => {
    const packet = train.packets[Math.floor(train.packets.length / 2)];
    const { sent, dropped } = ways[packet];
    const ends = endOf(ways[packet]);
    if (ends === undefined) return [];
    const [leaves, comes] = [scale.startOf(sent), scale.startOf(ends)];
    const distance = (comes - leaves) * share;
    const lanes = free[train.direction];
    let track = lanes.findIndex(last => last.leaves + distance <= leaves && last.comes + distance <= comes);
    if (track < 0) track = lanes.indexOf(lanes.reduce((a, b) => (b.leaves < a.leaves ? b : a)));
    lanes[track] = { leaves, comes };
    const lost = dropped !== undefined;
    const from = trace.packets[packet].copyOf === undefined ? 0 : 0.5;
    return [{ train, packet, sent, ends, lost, from, to: lost ? lostAt(trace, dropped) : 1, track }];
  });
}

/** At the host that is off; otherwise halfway. */
function lostAt({ events }: Trace, dropped: number): number {
  const event = events[dropped];
  return event.type === 'dropped' && event.why === 'host off' ? 1 : 0.5;
}

function freeTracks(count: number) {
  return Array.from({ length: count }, () => ({ leaves: -Infinity, comes: -Infinity }));
}

/** Those of `tokens` that are on their way after event `seq`. */
export function tokensInFlight(tokens: readonly Token[], seq: number): readonly Token[] {
  return tokens.filter(token => token.sent <= seq && seq < token.ends);
}
