// The packets as the stage draws them: which are drawn as one, when each is on its way, and on which track, so that none hides another.
import type { Scale } from '../../playback/scale';
import { journeysOf, type Train, trainsOf } from '../../trace/journeys';
import type { Trace } from '../../trace/trace';

/** At most about so many are drawn for a whole run's data. */
const MOST = 40;

export interface Token {
  readonly train: Train;
  /** The packet that stands for the train. */
  readonly packet: number;
  /** Seqs of its leaving and arriving. */
  readonly sent: number;
  readonly arrived: number;
  readonly track: number;
}

/** All packets that arrive, in the order of leaving. `share` is a token's length as a share of the lane's, `tracks` how many lie side by side. */
export function tokensOf(trace: Trace, scale: Scale, share: number, tracks: number): readonly Token[] {
  const ways = journeysOf(trace);
  const free = { c2s: freeTracks(tracks), s2c: freeTracks(tracks) };
  const most = trace.packets.length > 3 * MOST ? MOST : trace.packets.length;
  return trainsOf(trace, Math.max(1, most)).flatMap(train => {
    const packet = train.packets[Math.floor(train.packets.length / 2)];
    const { sent, arrived } = ways[packet];
    if (arrived === undefined) return [];
    const [leaves, comes] = [scale.startOf(sent), scale.startOf(arrived)];
    const distance = (comes - leaves) * share;
    const lanes = free[train.direction];
    let track = lanes.findIndex(last => last.leaves + distance <= leaves && last.comes + distance <= comes);
    if (track < 0) track = lanes.indexOf(lanes.reduce((a, b) => (b.leaves < a.leaves ? b : a)));
    lanes[track] = { leaves, comes };
    return [{ train, packet, sent, arrived, track }];
  });
}

function freeTracks(count: number) {
  return Array.from({ length: count }, () => ({ leaves: -Infinity, comes: -Infinity }));
}

/** Those of `tokens` that are on their way after event `seq`. */
export function tokensInFlight(tokens: readonly Token[], seq: number): readonly Token[] {
  return tokens.filter(token => token.sent <= seq && seq < token.arrived);
}
