// Everything the learner sets. Plain JSON, versioned: it is the link, the file and the input of simulate().
import type { Behaviour } from '../idl/behaviour';
import type { Json } from '../idl/json';
import type { MetadataEntry } from '../idl/metadata';
import type { Fault, Impairments } from './faults';
import type { Load } from './load';
import type { CallPolicy } from './policy';
import type { TcpOptions } from './tcp-options';

/** One call. `args` are in the order of the parameters, or by name; how JSON stands for each type says idl/json-value.ts. */
export interface ScenarioCall {
  readonly method: string;
  readonly args: readonly Json[] | { readonly [name: string]: Json };
  /** Sent without wanting a reply (a JSON-RPC notification). */
  readonly oneway?: boolean;
  /** What travels beside the arguments (gRPC). */
  readonly metadata?: readonly MetadataEntry[];
  /** Milliseconds that the client waits for the result at most, all attempts together; a server is told by gRPC. */
  readonly deadline?: number;
  /** Milliseconds after which the client's program gives the call up (gRPC). */
  readonly cancelAfter?: number;
}

/** Several calls in one message (JSON-RPC). */
export interface ScenarioBatch {
  readonly batch: readonly ScenarioCall[];
}

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
  readonly version: 2;
  /** Text of the interface in Callscope's own notation; see idl/parse.ts. */
  readonly interface: string;
  /** What each function of the server does. A method that is called but not listed is unknown to the server. */
  readonly server: Readonly<Record<string, Behaviour>>;
  /** Made in this order: how many at the same time says {@link Scenario.load}. At least one. */
  readonly calls: readonly (ScenarioCall | ScenarioBatch)[];
  readonly protocol: string;
  /** Options of the protocol that differ from its defaults. */
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly network: Network;
  readonly impairments: Impairments;
  readonly faults: readonly Fault[];
  readonly tcp: TcpOptions;
  readonly policy: CallPolicy;
  readonly load: Load;
  readonly hosts: { readonly client: Host; readonly server: Host };
  readonly connection: {
    /** Several calls: on one connection, or each on its own. Where the protocol or the peer closes after each call, that prevails. */
    readonly reuse: boolean;
    /** Connections that may be open at the same time; calls that find none free wait. Absent: as many as there are calls under way. */
    readonly pool?: number;
    /** After the last call the client closes its connection, or leaves it open. */
    readonly closeAtEnd: boolean;
  };
  /** Wall-clock time at the start, ISO 8601 in UTC: what HTTP's Date header and gzip's mtime show. */
  readonly startedAt: string;
  /** Chooses initial sequence numbers, timestamps' origin and random ids. A uint32. */
  readonly seed: number;
}
