// One end of a TCP connection: the eleven states of RFC 9293 §3.3.2, figure 5, whose words name the events and actions.
import { assign, setup } from 'xstate';
import { effect } from './effect';

/**
 * Calls of the user and arrivals of segments, as far as they change the state. Which of them a segment is, the arithmetic of
 * sequence numbers decides: a segment that only carries data or acknowledges it changes nothing here.
 */
export type TcpEvent =
  | { readonly type: 'active OPEN' }
  | { readonly type: 'passive OPEN' }
  | { readonly type: 'SEND' }
  | { readonly type: 'CLOSE' }
  | { readonly type: 'ABORT' }
  | { readonly type: 'rcv SYN' }
  | { readonly type: 'rcv SYN,ACK' }
  | { readonly type: 'rcv ACK of SYN' }
  | { readonly type: 'rcv FIN' }
  | { readonly type: 'rcv ACK of FIN' }
  /** One segment with both: note 2 of the figure. */
  | { readonly type: 'rcv FIN,ACK of FIN' }
  | { readonly type: 'rcv RST' }
  /** A router says that there is no way to the peer: ICMP destination unreachable. RFC 9293 §3.9.2.2. */
  | { readonly type: 'rcv ICMP unreachable' }
  /** What was sent has not been acknowledged however often it was sent again. RFC 9293 §3.10.8. */
  | { readonly type: 'USER TIMEOUT' };

/** Twice the maximum segment lifetime in ms, as long as Linux waits (TCP_TIMEWAIT_LEN). RFC 9293 §3.4.2 suggests 4 minutes. */
export const TIME_WAIT_MS = 60_000;

export const tcpEndpoint = setup({
  types: { events: {} as TcpEvent, context: {} as { readonly passive: boolean } },
  guards: {
    'opened passively': ({ context }) => context.passive,
  },
  actions: {
    'remember: opened passively': assign({ passive: true }),
    'remember: opened actively': assign({ passive: false }),
    'snd SYN': effect,
    'snd SYN,ACK': effect,
    'snd ACK': effect,
    'snd FIN': effect,
    'snd RST': effect,
    'tell the user: connected': effect,
    'tell the user: end of stream': effect,
    'tell the user: refused': effect,
    'tell the user: reset': effect,
    'tell the user: timed out': effect,
    'tell the user: unreachable': effect,
    'listen again': effect,
    'delete TCB': effect,
  },
  delays: { '2MSL': TIME_WAIT_MS },
}).createMachine({
  id: 'tcpEndpoint',
  context: { passive: false },
  initial: 'CLOSED',
  states: {
    CLOSED: {
      on: {
        'passive OPEN': { target: 'LISTEN', actions: 'remember: opened passively' },
        'active OPEN': { target: 'SYN-SENT', actions: ['remember: opened actively', 'snd SYN'] },
      },
    },
    LISTEN: {
      on: {
        'rcv SYN': { target: 'SYN-RECEIVED', actions: 'snd SYN,ACK' },
        SEND: { target: 'SYN-SENT', actions: ['remember: opened actively', 'snd SYN'] },
        CLOSE: { target: 'CLOSED', actions: 'delete TCB' },
        ABORT: { target: 'CLOSED', actions: 'delete TCB' },
      },
    },
    'SYN-SENT': {
      on: {
        'rcv SYN,ACK': { target: 'ESTABLISHED', actions: ['snd ACK', 'tell the user: connected'] },
        // Both sides opened actively at the same time: RFC 9293 §3.5, figure 7.
        'rcv SYN': { target: 'SYN-RECEIVED', actions: 'snd SYN,ACK' },
        CLOSE: { target: 'CLOSED', actions: 'delete TCB' },
        ABORT: { target: 'CLOSED', actions: 'delete TCB' },
        'rcv RST': { target: 'CLOSED', actions: ['tell the user: refused', 'delete TCB'] },
        // Simplified: Linux goes on trying when it is only the network that is unreachable.
        'rcv ICMP unreachable': { target: 'CLOSED', actions: ['tell the user: unreachable', 'delete TCB'] },
        'USER TIMEOUT': { target: 'CLOSED', actions: ['tell the user: timed out', 'delete TCB'] },
      },
    },
    'SYN-RECEIVED': {
      on: {
        'rcv ACK of SYN': { target: 'ESTABLISHED', actions: 'tell the user: connected' },
        CLOSE: { target: 'FIN-WAIT-1', actions: 'snd FIN' },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'delete TCB'] },
        // Note 1 of the figure: back to LISTEN only if it came from there.
        'rcv RST': [
          { guard: 'opened passively', target: 'LISTEN', actions: 'listen again' },
          { target: 'CLOSED', actions: ['tell the user: refused', 'delete TCB'] },
        ],
        // A SYN in the midst of a handshake, of another connection: RFC 9293 §3.10.7.4, fourth check.
        'rcv SYN': { guard: 'opened passively', target: 'LISTEN', actions: 'listen again' },
        // The RFC has CLOSED for both. Linux forgets the half-open connection; the socket that listens stays.
        'USER TIMEOUT': [
          { guard: 'opened passively', target: 'LISTEN', actions: 'listen again' },
          { target: 'CLOSED', actions: ['tell the user: timed out', 'delete TCB'] },
        ],
      },
    },
    ESTABLISHED: {
      on: {
        CLOSE: { target: 'FIN-WAIT-1', actions: 'snd FIN' },
        'rcv FIN': { target: 'CLOSE-WAIT', actions: ['snd ACK', 'tell the user: end of stream'] },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'delete TCB'] },
        'rcv RST': { target: 'CLOSED', actions: ['tell the user: reset', 'delete TCB'] },
        'USER TIMEOUT': { target: 'CLOSED', actions: ['tell the user: timed out', 'delete TCB'] },
      },
    },
    'FIN-WAIT-1': {
      on: {
        'rcv ACK of FIN': 'FIN-WAIT-2',
        'rcv FIN': { target: 'CLOSING', actions: ['snd ACK', 'tell the user: end of stream'] },
        'rcv FIN,ACK of FIN': { target: 'TIME-WAIT', actions: ['snd ACK', 'tell the user: end of stream'] },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'delete TCB'] },
        'rcv RST': { target: 'CLOSED', actions: ['tell the user: reset', 'delete TCB'] },
        'USER TIMEOUT': { target: 'CLOSED', actions: ['tell the user: timed out', 'delete TCB'] },
      },
    },
    'FIN-WAIT-2': {
      on: {
        'rcv FIN': { target: 'TIME-WAIT', actions: ['snd ACK', 'tell the user: end of stream'] },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'delete TCB'] },
        'rcv RST': { target: 'CLOSED', actions: ['tell the user: reset', 'delete TCB'] },
        'USER TIMEOUT': { target: 'CLOSED', actions: ['tell the user: timed out', 'delete TCB'] },
      },
    },
    'CLOSE-WAIT': {
      on: {
        CLOSE: { target: 'LAST-ACK', actions: 'snd FIN' },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'delete TCB'] },
        'rcv RST': { target: 'CLOSED', actions: ['tell the user: reset', 'delete TCB'] },
        'USER TIMEOUT': { target: 'CLOSED', actions: ['tell the user: timed out', 'delete TCB'] },
      },
    },
    CLOSING: {
      on: {
        'rcv ACK of FIN': 'TIME-WAIT',
        ABORT: { target: 'CLOSED', actions: 'delete TCB' },
        'rcv RST': { target: 'CLOSED', actions: 'delete TCB' },
        'USER TIMEOUT': { target: 'CLOSED', actions: 'delete TCB' },
      },
    },
    'LAST-ACK': {
      on: {
        'rcv ACK of FIN': { target: 'CLOSED', actions: 'delete TCB' },
        ABORT: { target: 'CLOSED', actions: 'delete TCB' },
        'rcv RST': { target: 'CLOSED', actions: 'delete TCB' },
        'USER TIMEOUT': { target: 'CLOSED', actions: 'delete TCB' },
      },
    },
    'TIME-WAIT': {
      after: { '2MSL': { target: 'CLOSED', actions: 'delete TCB' } },
      on: {
        // The peer did not get our ACK and sends its FIN again: the time begins anew. RFC 9293 §3.10.7.4, fifth check.
        'rcv FIN': { target: 'TIME-WAIT', reenter: true, actions: 'snd ACK' },
        ABORT: { target: 'CLOSED', actions: 'delete TCB' },
        'rcv RST': { target: 'CLOSED', actions: 'delete TCB' },
      },
    },
  },
});
