// The two ends of an HTTP/2 stream, which are no actors of a run: their states are read off the frames that were sent and received.

import { getNextSnapshot } from 'xstate';
import { http2Stream } from '../../machines/http2-stream';
import { type StreamFrame, streamFrames } from '../../trace/stream-frames';
import type { ActorId, Trace } from '../../trace/trace';
import type { TransitionEvent } from './history';

/** Whose chart can be looked at. */
export type ChartId = ActorId | StreamEnd;

export type StreamEnd = 'clientStream' | 'serverStream';

export const STREAM_ENDS: readonly StreamEnd[] = ['clientStream', 'serverStream'];

export function isStreamEnd(id: ChartId): id is StreamEnd {
  return id === 'clientStream' || id === 'serverStream';
}

const known = new WeakMap<Trace, Map<StreamEnd, readonly TransitionEvent[]>>();

/** How the streams of the run, one after the other, go along their chart at one end. Each begins anew, as a connection of its own. */
export function streamTransitions(trace: Trace, id: StreamEnd): readonly TransitionEvent[] {
  const all = known.get(trace) ?? new Map<StreamEnd, readonly TransitionEvent[]>();
  known.set(trace, all);
  const transitions = all.get(id) ?? findTransitions(trace, id);
  all.set(id, transitions);
  return transitions;
}

function findTransitions(trace: Trace, id: StreamEnd): TransitionEvent[] {
  const states = new Map<string, string>();
  const streams: string[] = [];
  return streamFrames(trace)
    .filter(({ end }) => end === (id === 'clientStream' ? 'client' : 'server'))
    .flatMap(({ seq, connection, streamId, event }): TransitionEvent[] => {
      const stream = `${connection} ${streamId}`;
      if (!streams.includes(stream)) streams.push(stream);
      const from = states.get(stream) ?? 'idle';
      const to = nextState(from, event);
      if (to === from) return [];
      states.set(stream, to);
      const { at, exchange } = trace.events[seq];
      const actor = id === 'clientStream' ? 'clientStub' : 'serverStub';
      const number = streams.indexOf(stream);
      return [{ type: 'transition', seq, at, actor, from, to, event, exchange, connection: number, cause: seq }];
    });
}

/** The state behind `from`, which stays what it is where the event changes nothing. */
function nextState(from: string, event: StreamFrame['event']): string {
  return getNextSnapshot(http2Stream, http2Stream.resolveState({ value: from }), { type: event }).value as string;
}
