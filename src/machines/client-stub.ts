// The client stub: turns a local call into a message, sends it, and turns the reply into what the local call returns.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the client stub. */
export type ClientStubEvent =
  | { readonly type: 'call' }
  /** The call is to be made again, after a pause. */
  | { readonly type: 'try later' }
  | { readonly type: 'connection free' }
  | { readonly type: 'marshalled' }
  | { readonly type: 'connected' }
  /** The last octet of the message is handed to TCP. */
  | { readonly type: 'sent' }
  /** The peer's TCP has acknowledged the message: all that a call without a reply waits for. */
  | { readonly type: 'acknowledged' }
  | { readonly type: 'octets arrive' }
  | { readonly type: 'reply complete' }
  | { readonly type: 'unmarshalled' }
  /**
   * The connection could not be opened, was reset, or ended before the reply was complete. Who writes does not look for the end of the
   * stream: it shows when the reply is waited for.
   */
  | { readonly type: 'connection lost' }
  /** Nobody waits any longer: a time has run out, the program says so, or another attempt was answered. */
  | { readonly type: 'given up' };

const GIVEN_UP = { target: 'idle', actions: 'give up the attempt' } as const;
const FAILED = { target: 'idle', actions: 'fail the attempt' } as const;
const CALLED = [
  { guard: 'a connection is there', target: 'marshalling' },
  { target: 'waiting for a connection' },
] as const;

export const clientStub = setup({
  types: {
    events: {} as ClientStubEvent,
    context: {} as { readonly facts: ClientStubFacts },
    input: {} as ClientStubFacts,
  },
  guards: {
    'a connection is there': ({ context }) => context.facts.hasConnection(),
    'a connection is open': ({ context }) => context.facts.isConnected(),
    'a reply is wanted': ({ context }) => context.facts.wantsReply(),
  },
  actions: {
    marshal: effect,
    'open a connection': effect,
    'write the message': effect,
    unmarshal: effect,
    'return to the client': effect,
    'fail the attempt': effect,
    'give up the attempt': effect,
  },
}).createMachine({
  id: 'clientStub',
  context: ({ input }) => ({ facts: input }),
  initial: 'idle',
  states: {
    idle: {
      on: { call: CALLED, 'try later': 'backing off' },
    },
    'backing off': {
      on: { call: CALLED, 'given up': GIVEN_UP },
    },
    'waiting for a connection': {
      on: { 'connection free': 'marshalling', 'given up': GIVEN_UP },
    },
    marshalling: {
      entry: 'marshal',
      on: { marshalled: [{ guard: 'a connection is open', target: 'sending' }, { target: 'connecting' }] },
    },
    connecting: {
      entry: 'open a connection',
      on: { connected: 'sending', 'connection lost': FAILED, 'given up': GIVEN_UP },
    },
    sending: {
      entry: 'write the message',
      on: {
        sent: [{ guard: 'a reply is wanted', target: 'awaiting reply' }, { target: 'awaiting acknowledgment' }],
        'connection lost': FAILED,
        'given up': GIVEN_UP,
      },
    },
    'awaiting acknowledgment': {
      on: {
        acknowledged: { target: 'idle', actions: 'return to the client' },
        'connection lost': FAILED,
        'given up': GIVEN_UP,
      },
    },
    'awaiting reply': {
      on: {
        'octets arrive': 'receiving',
        'reply complete': 'unmarshalling',
        'connection lost': FAILED,
        'given up': GIVEN_UP,
      },
    },
    receiving: {
      on: {
        'reply complete': 'unmarshalling',
        'connection lost': FAILED,
        'given up': GIVEN_UP,
      },
    },
    unmarshalling: {
      entry: 'unmarshal',
      on: { unmarshalled: { target: 'idle', actions: 'return to the client' } },
    },
  },
});

/** What the guards ask about the call and the connection at hand. */
export interface ClientStubFacts {
  hasConnection(): boolean;
  isConnected(): boolean;
  wantsReply(): boolean;
}
