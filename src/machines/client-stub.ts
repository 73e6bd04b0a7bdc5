// The client stub: turns a local call into a message, sends it, and turns the reply into what the local call returns.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the client stub. */
export type ClientStubEvent =
  | { readonly type: 'call' }
  | { readonly type: 'marshalled' }
  | { readonly type: 'connected' }
  /** The last octet of the message is handed to TCP. */
  | { readonly type: 'sent' }
  /** The peer's TCP has acknowledged the message: all that a call without a reply waits for. */
  | { readonly type: 'acknowledged' }
  | { readonly type: 'octets arrive' }
  | { readonly type: 'reply complete' }
  | { readonly type: 'unmarshalled' }
  /** The stream ended before the reply was complete. Who writes does not look: it shows when the reply is waited for. */
  | { readonly type: 'connection lost' }
  /** The client does not wait any longer: its deadline has passed, or its program says so. */
  | { readonly type: 'given up' };

const GIVEN_UP = { target: 'idle', actions: 'give up the call' } as const;

export const clientStub = setup({
  types: {
    events: {} as ClientStubEvent,
    context: {} as { readonly facts: ClientStubFacts },
    input: {} as ClientStubFacts,
  },
  guards: {
    'a connection is open': ({ context }) => context.facts.isConnected(),
    'a reply is wanted': ({ context }) => context.facts.wantsReply(),
    'a try is left': ({ context }) => context.facts.hasTryLeft(),
  },
  actions: {
    marshal: effect,
    'begin anew': effect,
    'open a connection': effect,
    'write the message': effect,
    unmarshal: effect,
    'return to the client': effect,
    'throw to the client': effect,
    'give up the call': effect,
  },
}).createMachine({
  id: 'clientStub',
  context: ({ input }) => ({ facts: input }),
  initial: 'idle',
  states: {
    idle: {
      on: { call: 'marshalling' },
    },
    marshalling: {
      entry: 'marshal',
      on: { marshalled: [{ guard: 'a connection is open', target: 'sending' }, { target: 'connecting' }] },
    },
    connecting: {
      entry: 'open a connection',
      on: { connected: 'sending', 'given up': GIVEN_UP },
    },
    sending: {
      entry: 'write the message',
      on: {
        sent: [{ guard: 'a reply is wanted', target: 'awaiting reply' }, { target: 'awaiting acknowledgment' }],
        'given up': GIVEN_UP,
      },
    },
    'awaiting acknowledgment': {
      on: {
        acknowledged: { target: 'idle', actions: 'return to the client' },
        'connection lost': { target: 'idle', actions: 'throw to the client' },
      },
    },
    'awaiting reply': {
      on: {
        'octets arrive': 'receiving',
        'reply complete': 'unmarshalling',
        'connection lost': [
          { guard: 'a try is left', target: 'marshalling', actions: 'begin anew' },
          { target: 'idle', actions: 'throw to the client' },
        ],
        'given up': GIVEN_UP,
      },
    },
    receiving: {
      on: {
        'reply complete': 'unmarshalling',
        'connection lost': { target: 'idle', actions: 'throw to the client' },
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
  isConnected(): boolean;
  wantsReply(): boolean;
  hasTryLeft(): boolean;
}
