// Flow control: how many octets of DATA a sender may still send, on each stream and on the connection. RFC 9113 §5.2, §6.9.
import { problem } from '../../problem/problem';
import { LARGEST_WINDOW } from './settings';

/** Window of the connection, and of each stream before a setting says otherwise, in octets. §6.9.2. */
export const INITIAL_WINDOW_SIZE = 65535;

/** The windows of one sender. A value: what changes them makes others. */
export interface SendWindows {
  readonly connection: number;
  /** What a stream begins with: SETTINGS_INITIAL_WINDOW_SIZE of the recipient. */
  readonly initial: number;
  /** Windows that differ from the initial one, by stream. They may be negative. */
  readonly streams: ReadonlyMap<number, number>;
}

export const INITIAL_WINDOWS: SendWindows = {
  connection: INITIAL_WINDOW_SIZE,
  initial: INITIAL_WINDOW_SIZE,
  streams: new Map(),
};

/** Octets of DATA that may be sent on the stream now: 0 when the sender has to wait. */
export function sendable({ connection, initial, streams }: SendWindows, streamId: number): number {
  return Math.max(0, Math.min(connection, streams.get(streamId) ?? initial));
}

/** After a DATA frame whose payload, padding included, has `octets`. §6.1, §6.9.1. */
export function afterData(windows: SendWindows, streamId: number, octets: number): SendWindows {
  const { connection, initial, streams } = windows;
  const window = (streams.get(streamId) ?? initial) - octets;
  return { connection: connection - octets, initial, streams: new Map(streams).set(streamId, window) };
}

/** After a WINDOW_UPDATE of the stream, or of the connection (0). Throws when the window grows beyond 2³¹ - 1. §6.9.1. */
export function afterWindowUpdate(windows: SendWindows, streamId: number, increment: number): SendWindows {
  const { initial, streams } = windows;
  const before = streamId === 0 ? windows.connection : (streams.get(streamId) ?? initial);
  const window = checked(streamId, before + increment);
  if (streamId === 0) return { ...windows, connection: window };
  return { ...windows, streams: new Map(streams).set(streamId, window) };
}

/** After SETTINGS_INITIAL_WINDOW_SIZE: every stream's window moves by the difference; the connection's does not. §6.9.2. */
export function afterInitialWindowSize(windows: SendWindows, initial: number): SendWindows {
  const difference = initial - windows.initial;
  const moved = [...windows.streams].map(([stream, size]) => [stream, checked(stream, size + difference)] as const);
  return { connection: windows.connection, initial, streams: new Map(moved) };
}

/** After the stream is closed: its window is of no interest any more. */
export function afterClose(windows: SendWindows, streamId: number): SendWindows {
  const streams = new Map(windows.streams);
  streams.delete(streamId);
  return { ...windows, streams };
}

function checked(stream: number, size: number): number {
  if (size > LARGEST_WINDOW) throw problem('http2.window-too-large', { stream, size, error: 'FLOW_CONTROL_ERROR' });
  return size;
}
