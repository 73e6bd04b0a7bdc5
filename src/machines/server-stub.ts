// The server stub: turns a request into a call of the local service, and what the service returns into a reply.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the server stub. */
export type ServerStubEvent =
  | { readonly type: 'octets arrive' }
  | { readonly type: 'request complete' }
  | { readonly type: 'unmarshalled' }
  /** The service's function has ended: it returned or threw. */
  | { readonly type: 'returned' }
  | { readonly type: 'marshalled' }
  /** The last octet of the reply is handed to TCP. */
  | { readonly type: 'sent' };

export const serverStub = setup({
  types: {
    events: {} as ServerStubEvent,
    context: {} as { readonly facts: ServerStubFacts },
    input: {} as ServerStubFacts,
  },
  guards: {
    'a call is left to make': ({ context }) => context.facts.hasCallLeft(),
    'a reply is due': ({ context }) => context.facts.owesReply(),
  },
  actions: {
    unmarshal: effect,
    'call the service': effect,
    marshal: effect,
    'write the message': effect,
    'take the next request': effect,
  },
}).createMachine({
  id: 'serverStub',
  context: ({ input }) => ({ facts: input }),
  initial: 'idle',
  states: {
    idle: {
      entry: 'take the next request',
      on: { 'octets arrive': 'receiving', 'request complete': 'unmarshalling' },
    },
    receiving: {
      on: { 'request complete': 'unmarshalling' },
    },
    unmarshalling: {
      entry: 'unmarshal',
      on: {
        unmarshalled: [
          { guard: 'a call is left to make', target: 'calling' },
          { guard: 'a reply is due', target: 'marshalling' },
          { target: 'idle' },
        ],
      },
    },
    calling: {
      entry: 'call the service',
      on: {
        returned: [
          { guard: 'a call is left to make', target: 'calling', reenter: true },
          { guard: 'a reply is due', target: 'marshalling' },
          { target: 'idle' },
        ],
      },
    },
    marshalling: {
      entry: 'marshal',
      on: { marshalled: 'sending' },
    },
    sending: {
      entry: 'write the message',
      on: { sent: 'idle' },
    },
  },
});

/** What the guards ask about the request at hand. */
export interface ServerStubFacts {
  hasCallLeft(): boolean;
  owesReply(): boolean;
}
