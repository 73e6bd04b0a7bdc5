// One end of an HTTP/2 stream: the seven states of RFC 9113 §5.1, figure 2, whose words name the events.
import { setup } from 'xstate';

/**
 * What changes the state, as the figure abbreviates it: H is HEADERS (with its CONTINUATION frames), PP is PUSH_PROMISE, ES the flag
 * END_STREAM, R is RST_STREAM. A HEADERS frame with END_STREAM is two events: H, then ES. Any other frame changes nothing.
 */
export type Http2StreamEvent =
  | { readonly type: 'send H' }
  | { readonly type: 'recv H' }
  | { readonly type: 'send PP' }
  | { readonly type: 'recv PP' }
  | { readonly type: 'send ES' }
  | { readonly type: 'recv ES' }
  | { readonly type: 'send R' }
  | { readonly type: 'recv R' };

export const http2Stream = setup({ types: { events: {} as Http2StreamEvent } }).createMachine({
  id: 'http2Stream',
  initial: 'idle',
  states: {
    idle: {
      on: {
        'send H': 'open',
        'recv H': 'open',
        'send PP': 'reserved (local)',
        'recv PP': 'reserved (remote)',
      },
    },
    'reserved (local)': {
      on: { 'send H': 'half-closed (remote)', 'send R': 'closed', 'recv R': 'closed' },
    },
    'reserved (remote)': {
      on: { 'recv H': 'half-closed (local)', 'send R': 'closed', 'recv R': 'closed' },
    },
    open: {
      on: {
        'send ES': 'half-closed (local)',
        'recv ES': 'half-closed (remote)',
        'send R': 'closed',
        'recv R': 'closed',
      },
    },
    /** This end sends no more; it still receives. */
    'half-closed (local)': {
      on: { 'recv ES': 'closed', 'send R': 'closed', 'recv R': 'closed' },
    },
    /** The other end sends no more; this one still may. */
    'half-closed (remote)': {
      on: { 'send ES': 'closed', 'send R': 'closed', 'recv R': 'closed' },
    },
    closed: {},
  },
});
