// The server stub: turns a request into a call of the local service, and what the service returns into a reply.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the server stub. */
export type ServerStubEvent =
  | { readonly type: 'octets arrive' }
  /** The rest of a request is long in coming, and another one waits. */
  | { readonly type: 'put aside' }
  | { readonly type: 'request complete' }
  | { readonly type: 'unmarshalled' }
  /** The service's function has ended: it returned or threw. */
  | { readonly type: 'returned' }
  | { readonly type: 'marshalled' }
  /** The last octet of the reply is handed to TCP. */
  | { readonly type: 'sent' }
  /** The server's program ends without having been asked to, or its host does: the stub is a part of it. */
  | { readonly type: 'crash' }
  | { readonly type: 'power off' }
  | { readonly type: 'start' };

const ENDS = { crash: 'not running', 'power off': 'not running' } as const;

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
      on: { 'octets arrive': 'receiving', 'request complete': 'unmarshalling', ...ENDS },
    },
    receiving: {
      on: { 'request complete': 'unmarshalling', 'put aside': 'idle', ...ENDS },
    },
    unmarshalling: {
      entry: 'unmarshal',
      on: {
        unmarshalled: [
          { guard: 'a call is left to make', target: 'calling' },
          { guard: 'a reply is due', target: 'marshalling' },
          { target: 'idle' },
        ],
        ...ENDS,
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
        ...ENDS,
      },
    },
    marshalling: {
      entry: 'marshal',
      on: { marshalled: 'sending', ...ENDS },
    },
    sending: {
      entry: 'write the message',
      on: { sent: 'idle', ...ENDS },
    },
    'not running': {
      on: { start: 'idle' },
    },
  },
});

/** What the guards ask about the request at hand. */
export interface ServerStubFacts {
  hasCallLeft(): boolean;
  owesReply(): boolean;
}
