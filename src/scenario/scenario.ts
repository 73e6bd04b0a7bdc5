// Everything the learner sets. Plain JSON, versioned: it is the link, the file and the input of simulate().
import type { Json } from '../idl/json';

/** One call. `args` are in the order of the parameters, or by name; how JSON stands for each type says idl/json-value.ts. */
export interface ScenarioCall {
  readonly method: string;
  readonly args: readonly Json[] | { readonly [name: string]: Json };
  /** Sent without wanting a reply (a JSON-RPC notification). */
  readonly oneway?: boolean;
}

/** Several calls in one message (JSON-RPC). */
export interface ScenarioBatch {
  readonly batch: readonly ScenarioCall[];
}

/** What a function of the server does; behaviour.ts does it. */
export type Behaviour =
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
    };

/** One end of the network. */
interface Host {
  /** Dotted IPv4 address. */
  readonly address: string;
  readonly port: number;
}

/** The path between the hosts. */
export interface Network {
  /** One way, in microseconds. */
  readonly latency: number;
  /** Bits per second, in both directions alike. */
  readonly bandwidth: number;
  /** Largest IPv4 packet in octets; the MSS is 40 less. */
  readonly mtu: number;
}

/** A whole experiment. */
export interface Scenario {
  readonly version: 1;
  /** Text of the interface in Callscope's own notation; see idl/parse.ts. */
  readonly interface: string;
  /** What each function of the server does. A method that is called but not listed is unknown to the server. */
  readonly server: Readonly<Record<string, Behaviour>>;
  /** Made one after the other, each when the last has ended. At least one. */
  readonly calls: readonly (ScenarioCall | ScenarioBatch)[];
  readonly protocol: string;
  /** Options of the protocol that differ from its defaults. */
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly network: Network;
  readonly hosts: { readonly client: Host; readonly server: Host };
  readonly connection: {
    /** Several calls: on one connection, or each on its own. Where the protocol or the peer closes after each call, that prevails. */
    readonly reuse: boolean;
    /** After the last call the client closes its connection, or leaves it open. */
    readonly closeAtEnd: boolean;
  };
  /** Wall-clock time at the start, ISO 8601 in UTC: what HTTP's Date header and gzip's mtime show. */
  readonly startedAt: string;
  /** Chooses initial sequence numbers, timestamps' origin and random ids. A uint32. */
  readonly seed: number;
}
