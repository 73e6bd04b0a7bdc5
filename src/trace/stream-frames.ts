// The frames of a run that change the state of an HTTP/2 stream, at the moments when each end has sent or received them. RFC 9113 §5.1.
import { ProblemError } from '../problem/problem';
import { END_STREAM, type Frame } from '../wire/http2/frame';
import { framesIn, type PlacedFrame } from '../wire/http2/frames-in';
import { journeysOf } from './journeys';
import type { Packet, Trace } from './trace';

/** What happens to one end's stream. H, ES and R are the abbreviations of figure 2: HEADERS, END_STREAM, RST_STREAM. */
export interface StreamFrame {
  /** The event of the packet with the frame's last octet: its leaving for the sender, its arrival for the recipient. */
  readonly seq: number;
  readonly end: 'client' | 'server';
  readonly connection: number;
  readonly streamId: number;
  readonly event: `${'send' | 'recv'} ${'H' | 'ES' | 'R'}`;
}

/** All such frames, in the order of their events. */
export function streamFrames(trace: Trace): StreamFrame[] {
  const ways = journeysOf(trace);
  const found = trace.packets.flatMap((packet): StreamFrame[] => {
    const { sent, arrived } = ways[packet.id];
    const sender = packet.direction === 'c2s' ? 'client' : 'server';
    const recipient = packet.direction === 'c2s' ? 'server' : 'client';
    return framesEndingIn(trace, packet).flatMap(frame =>
      changes(frame).flatMap(change => {
        const at = { connection: packet.connection, streamId: frame.streamId };
        const sending: StreamFrame = { seq: sent, end: sender, event: `send ${change}`, ...at };
        if (arrived === undefined) return [sending];
        return [sending, { seq: arrived, end: recipient, event: `recv ${change}`, ...at }];
      }),
    );
  });
  return found.sort((a, b) => a.seq - b.seq);
}

/** The frames whose last octet the packet carries. */
function framesEndingIn(trace: Trace, { carries }: Packet): Frame[] {
  return carries.flatMap(({ message, start, end }) =>
    framesOf(trace.messages[message].pdu.bytes)
      .filter(frame => frame.end > start && frame.end <= end)
      .map(({ frame }) => frame),
  );
}

const read = new WeakMap<Uint8Array, readonly PlacedFrame[]>();

function framesOf(octets: Uint8Array): readonly PlacedFrame[] {
  const frames = read.get(octets) ?? readable(octets);
  read.set(octets, frames);
  return frames;
}

/** What stands behind a fault belongs to no stream. */
function readable(octets: Uint8Array): PlacedFrame[] {
  const frames: PlacedFrame[] = [];
  try {
    for (const frame of framesIn(octets)) frames.push(frame);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
  return frames;
}

/** A HEADERS frame with END_STREAM is two events. */
function changes({ type, flags }: Frame): ('H' | 'ES' | 'R')[] {
  if (type === 'RST_STREAM') return ['R'];
  const ends = (type === 'HEADERS' || type === 'DATA') && (flags & END_STREAM) !== 0;
  return [...(type === 'HEADERS' ? (['H'] as const) : []), ...(ends ? (['ES'] as const) : [])];
}
