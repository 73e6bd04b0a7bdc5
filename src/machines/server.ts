// The server: the program that holds the functions which clients call. It knows nothing of messages.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the server. */
export type ServerEvent =
  /** The stub calls one of the functions. */
  | { readonly type: 'call' }
  /** The function ends. */
  | { readonly type: 'return' }
  | { readonly type: 'throw' }
  /** The program stands still, and goes on. */
  | { readonly type: 'hang' }
  | { readonly type: 'go on' }
  /** The program ends without having been asked to, or its host does. */
  | { readonly type: 'crash' }
  | { readonly type: 'power off' }
  | { readonly type: 'start' };

const ENDS = { crash: 'crashed', 'power off': 'off' } as const;

export const server = setup({
  types: { events: {} as ServerEvent },
  actions: {
    'execute the function': effect,
    'return to the stub': effect,
  },
}).createMachine({
  id: 'server',
  initial: 'idle',
  states: {
    idle: {
      on: { call: { target: 'executing', actions: 'execute the function' }, hang: 'hung', ...ENDS },
    },
    executing: {
      on: {
        return: { target: 'idle', actions: 'return to the stub' },
        throw: { target: 'idle', actions: 'return to the stub' },
        hang: 'hung while executing',
        ...ENDS,
      },
    },
    hung: {
      on: { 'go on': 'idle', ...ENDS },
    },
    'hung while executing': {
      on: { 'go on': 'executing', ...ENDS },
    },
    crashed: {
      on: { start: 'idle' },
    },
    off: {
      on: { start: 'idle' },
    },
  },
});
