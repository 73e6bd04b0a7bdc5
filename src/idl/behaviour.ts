// What the functions of the server do, as data: scenario/behaviour.ts does it, the programs of the code pane show it.
import { isJsonObject, type Json } from './json';
import type { MetadataEntry } from './metadata';

/** What a function of the server does, and how long it takes. */
export type Behaviour = Doing & {
  /** Microseconds; absent: {@link USUAL_TIME}. */
  readonly takes?: number;
};

/** Microseconds that a function takes of which nothing else is said: of the order that captures of Python's xmlrpc peers show. */
export const USUAL_TIME = 200;

type Doing =
  /** Adds its arguments (numbers), or joins them (texts, lists). */
  | { readonly does: 'add' }
  /** Returns its first argument. */
  | { readonly does: 'echo' }
  /** Divides the first argument by the second, rounding down; throws ZeroDivisionError like the server's language. */
  | { readonly does: 'divide' }
  /** The number of characters of a text, of elements of a list or map, of octets of bytes. */
  | { readonly does: 'length' }
  /** The length of a text and the lower 31 bits of its CRC-32: proof that it has arrived unharmed. */
  | { readonly does: 'measure' }
  /** As many numbers as its argument says, in a text: '0000000,0000001,'. A long reply from a short request. */
  | { readonly does: 'count-up' }
  /** Confirms an order: its first argument as the member `order`, beside `ok`, which is true. */
  | { readonly does: 'receipt' }
  /** Returns this value of the method's result type, whatever the arguments are. */
  | { readonly does: 'return'; readonly value: Json }
  /** Throws. With `exception` it is an unforeseen exception of that class, without it a fault that the service raises on purpose. */
  | {
      readonly does: 'throw';
      readonly message: string;
      readonly code?: number;
      readonly exception?: string;
      readonly data?: Json;
      /** What it says beside the message, where the protocol carries such. */
      readonly metadata?: readonly MetadataEntry[];
    }
  /** Throws an exception that the interface declares, with this value. */
  | { readonly does: 'raise'; readonly exception: string; readonly value: Json };

/** Behaviours that compute something from the arguments. */
export type Computation = Exclude<Behaviour['does'], 'throw' | 'raise' | 'return'>;

/** How many arguments each needs; a function that takes any number has 0. */
export const ARITIES: Readonly<Record<Computation, number>> = {
  add: 0,
  echo: 1,
  divide: 2,
  length: 1,
  measure: 1,
  'count-up': 1,
  receipt: 1,
};

/** What an exception says where only its class and a message are known: its member `message`, if it has one. */
export function messageOf({ value }: Extract<Behaviour, { does: 'raise' }>): string {
  const message = isJsonObject(value) && Object.hasOwn(value, 'message') ? value.message : '';
  return typeof message === 'string' ? message : '';
}

/** What Python says when `missing` arguments are not there. */
export function missingArguments(name: string, missing: number): string {
  return `${name}() missing ${missing} required positional argument${missing > 1 ? 's' : ''}`;
}
