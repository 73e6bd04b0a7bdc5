// The client: a program that calls a remote function as if it were its own, and waits for what it returns.
import { setup } from 'xstate';
import { effect } from './effect';

/** What happens to the client. */
export type ClientEvent =
  /** The program reaches its next call. */
  | { readonly type: 'call' }
  /** The stub's function returns, or throws. */
  | { readonly type: 'return' }
  /** The program has made its last call. */
  | { readonly type: 'finish' };

export const client = setup({
  types: { events: {} as ClientEvent },
  actions: {
    'call the stub': effect,
    'use the result': effect,
  },
}).createMachine({
  id: 'client',
  initial: 'idle',
  states: {
    idle: {
      on: { call: 'waiting' },
    },
    waiting: {
      entry: 'call the stub',
      on: { return: 'has result' },
    },
    'has result': {
      entry: 'use the result',
      on: { call: 'waiting', finish: 'done' },
    },
    done: { type: 'final' },
  },
});
