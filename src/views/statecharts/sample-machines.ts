// Machines of the tests: one like TCP's in size, one with every construct of a chart.
import { and, not, setup } from 'xstate';

/** RFC 9293 §3.3.2, Figure 5, with its events abridged. */
export const eleven = setup({ delays: { '2 MSL': 60_000 } }).createMachine({
  initial: 'CLOSED',
  states: {
    CLOSED: { on: { 'passive OPEN': 'LISTEN', 'active OPEN': 'SYN-SENT' } },
    LISTEN: { on: { 'rcv SYN': 'SYN-RECEIVED', CLOSE: 'CLOSED' } },
    'SYN-SENT': { on: { 'rcv SYN': 'SYN-RECEIVED', 'rcv SYN,ACK': 'ESTABLISHED', CLOSE: 'CLOSED' } },
    'SYN-RECEIVED': { on: { 'rcv ACK of SYN': 'ESTABLISHED', CLOSE: 'FIN-WAIT-1', 'rcv RST': 'LISTEN' } },
    ESTABLISHED: { on: { CLOSE: 'FIN-WAIT-1', 'rcv FIN': 'CLOSE-WAIT' } },
    'FIN-WAIT-1': { on: { 'rcv ACK of FIN': 'FIN-WAIT-2', 'rcv FIN': 'CLOSING', 'rcv FIN,ACK': 'TIME-WAIT' } },
    'FIN-WAIT-2': { on: { 'rcv FIN': 'TIME-WAIT' } },
    'CLOSE-WAIT': { on: { CLOSE: 'LAST-ACK' } },
    CLOSING: { on: { 'rcv ACK of FIN': 'TIME-WAIT' } },
    'LAST-ACK': { on: { 'rcv ACK of FIN': 'CLOSED' } },
    'TIME-WAIT': { after: { '2 MSL': 'CLOSED' } },
  },
});

export const everything = setup({
  types: { events: {} as { type: 'go' } | { type: 'stay' } | { type: 'abort' } | { type: 'again' } },
  guards: { ready: () => true, full: () => false },
}).createMachine({
  initial: 'idle',
  on: { abort: '.stopped' },
  states: {
    idle: {
      on: {
        go: [{ guard: 'ready', target: 'working' }, { target: 'stopped' }],
        stay: { actions: () => {} },
        again: 'idle',
      },
    },
    working: {
      initial: 'first',
      states: {
        first: { on: { go: 'second' }, always: { guard: and(['ready', not('full')]), target: 'second' } },
        second: { type: 'final' },
      },
      after: { 500: 'idle' },
      onDone: 'stopped',
    },
    stopped: { type: 'final' },
  },
});
