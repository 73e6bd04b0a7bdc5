// How far the call has come along the route, at every position of the run. A call walks while a step begins; a message crosses the
// network as fast as its first segment.
import type { Scale } from '../../playback/scale';
import { lastBeforeReturn, restingPlace } from '../../playback/story';
import type { StepNumber } from '../../protocols/protocol';
import { journeysOf } from '../../trace/journeys';
import type { Position } from '../../trace/moment';
import { attemptAfter, seqAt } from '../../trace/moment';
import { phasesOf } from '../../trace/phases';
import type { Trace } from '../../trace/trace';
import { answersByItself } from '../../trace/turns';
import type { StageLayout, StageRoute, Stop } from './layout';

/** Where each step begins and what it walks to. Step 6 walks on to 7 when the function has ended; what step 10 is about has come when it begins. */
const WALKS: Readonly<Record<StepNumber, readonly [from: Stop, to: Stop]>> = {
  1: [1, 2],
  2: [2, 2],
  3: [2, 'leaveClient'],
  4: ['enterServer', 4],
  5: [4, 6],
  6: [6, 6],
  7: [7, 7],
  8: [7, 'leaveServer'],
  9: ['enterClient', 9],
  10: [9, 10],
};

/** The distance from the route's beginning at both ends of every gap between two events: between them it grows evenly. */
export interface Travel {
  distanceAt(position: Position): number;
}

/** `stopAt` gives the distance of a stop on the route that an attempt at an exchange takes. */
export function travelOf(
  trace: Trace,
  scale: Scale,
  stopAt: (stop: Stop, exchange: number, attempt: number) => number,
): Travel {
  const count = trace.events.length;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const walks = walksOf(trace);
  const crossingAt = crossingsByEvent(trace);
  let here = 0;
  let [exchange, attempt] = [0, 0];
  for (const [seq, event] of trace.events.entries()) {
    attempt = attemptAfter(event, exchange, attempt);
    exchange = event.exchange ?? exchange;
    const walk = walks.get(seq);
    const crossing = crossingAt.get(seq);
    if (crossing) {
      const [leave, enter] = crossing.stops.map(stop => stopAt(stop, exchange, attempt));
      const share = (at: number) =>
        (scale.startOf(at) - scale.startOf(crossing.from)) /
        (scale.startOf(crossing.to) - scale.startOf(crossing.from) || 1);
      starts[seq] = leave + (enter - leave) * share(seq);
      ends[seq] = leave + (enter - leave) * share(seq + 1);
    } else if (walk) {
      const [from, to] = walk.map(stop => stopAt(stop, exchange, attempt));
      starts[seq] = walk[0] === 1 || here > to ? from : here;
      ends[seq] = to;
    } else {
      starts[seq] = here;
      ends[seq] = here;
    }
    here = ends[seq];
  }
  return {
    distanceAt: position => {
      const seq = seqAt(trace, position);
      return starts[seq] + (ends[seq] - starts[seq]) * Math.max(0, Math.min(1, position - seq));
    },
  };
}

/** At these steps the card is at its stop from the beginning: the message has come in there. */
const CARD_AT: Readonly<Partial<Record<StepNumber, Stop>>> = { 2: 2, 4: 4, 7: 7, 9: 9 };

/** How far the card is that travels with the call, at a position within `step`. */
export function cardDistance(
  travel: Travel,
  { stops }: StageRoute,
  step: StepNumber | undefined,
  at: Position,
): number {
  const stop = step && CARD_AT[step];
  return Math.max(travel.distanceAt(at), (stop && stops.get(stop)) ?? 0);
}

/** From and to, by the seq of the event after which it is walked. */
function walksOf(trace: Trace): Map<number, readonly [Stop, Stop]> {
  const walks = new Map<number, readonly [Stop, Stop]>();
  let step: StepNumber | undefined;
  for (const event of trace.events) {
    if (event.type === 'step') {
      const before = step;
      step = event.step;
      // Nothing has come back to a client that waits no longer: its call stays where it is.
      if (step === 10 && before !== 9) continue;
      const [from, to] = WALKS[step];
      const rest = step === 10 ? lastBeforeReturn(trace, event.seq) : restingPlace(trace, event.seq);
      // From its first event on, a new pass stands at its beginning, however long the states take to change.
      if (rest > event.seq) walks.set(event.seq, [from, from]);
      walks.set(rest, [from, to]);
    }
    if (event.type === 'completed' && step === 6) walks.set(event.seq, [6, 7]);
  }
  return walks;
}

interface Crossing {
  readonly from: number;
  readonly to: number;
  readonly stops: readonly [Stop, Stop];
}

/** The way of each message's first segment through the network; where that got lost, of the one that came through. */
function crossingsOf(trace: Trace): Crossing[] {
  const ways = journeysOf(trace);
  const firsts = firstPackets(trace);
  return phasesOf(trace).flatMap((phase): Crossing[] => {
    if (phase.kind !== 'request' && phase.kind !== 'response') return [];
    const first = firsts.get(phase.message);
    if (first === undefined) return [];
    const { sent, arrived: to } = ways[first];
    if (to === undefined) return [];
    const stops: [Stop, Stop] =
      phase.kind === 'request' ? ['leaveClient', 'enterServer'] : ['leaveServer', 'enterClient'];
    return [{ from: sent, to, stops }];
  });
}

/** The packet that brings the beginning of each message. */
function firstPackets(trace: Trace): ReadonlyMap<number | undefined, number> {
  const ways = journeysOf(trace);
  const firsts = new Map<number, number>();
  for (const { id, carries } of trace.packets)
    for (const { message, start } of carries)
      if (start === 0 && !firsts.has(message) && ways[id].arrived !== undefined && ways[id].discarded === undefined)
        firsts.set(message, id);
  return firsts;
}

/** The crossing under way after each event: of several, the one that began first. */
function crossingsByEvent(trace: Trace): ReadonlyMap<number, Crossing> {
  const byEvent = new Map<number, Crossing>();
  for (const crossing of crossingsOf(trace))
    for (let seq = crossing.from; seq < crossing.to; seq++) if (!byEvent.has(seq)) byEvent.set(seq, crossing);
  return byEvent;
}

/** Which route an attempt takes: the short one, when the server stub answers by itself, does not lead through the server. */
export function routeOf(trace: Trace, exchange: number, attempt: number): keyof StageLayout['routes'] {
  return answersByItself(trace, exchange, attempt) ? 'short' : 'whole';
}
