// The link between the hosts, seen from outside: packets are on their way, or none.
import { setup } from 'xstate';

/** What happens to the link. */
export type LinkEvent =
  /** A packet enters the link that was empty. */
  | { readonly type: 'packet enters' }
  /** The last packet on its way has come out, or was lost. */
  | { readonly type: 'link empties' };

export const link = setup({
  types: { events: {} as LinkEvent },
}).createMachine({
  id: 'link',
  initial: 'empty',
  states: {
    empty: {
      on: { 'packet enters': 'carrying' },
    },
    carrying: {
      on: { 'link empties': 'empty' },
    },
  },
});
