// The server: the program that holds the functions which clients call. It knows nothing of messages.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the server. */
export type ServerEvent =
  /** The stub calls one of the functions. */
  | { readonly type: 'call' }
  /** The function ends. */
  | { readonly type: 'return' }
  | { readonly type: 'throw' };

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
      on: { call: 'executing' },
    },
    executing: {
      entry: 'execute the function',
      on: {
        return: { target: 'idle', actions: 'return to the stub' },
        throw: { target: 'idle', actions: 'return to the stub' },
      },
    },
  },
});
