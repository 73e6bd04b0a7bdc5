// What sets one gRPC library apart from another: its SETTINGS, its headers, what it says when a call fails.
import type { MetadataEntry } from '../../idl/metadata';
import type { HeaderField } from '../../wire/hpack/header-field';
import type { EncodingPolicy } from '../../wire/hpack/write-header-block';
import type { Setting } from '../../wire/http2/settings';
import type { Compressing } from './compression';
import type { Status } from './status';

/** How messages are compressed: grpc-encoding. */
type Encoding = 'identity' | 'gzip';

type End = 'client' | 'server';

/** What a request's headers say besides what they always say. */
export interface RequestDetails {
  readonly metadata: readonly MetadataEntry[];
  /** Milliseconds that the client waits. */
  readonly timeout: number | undefined;
  /** How often the call was tried before: gRFC A6, "Exposed Retry Metadata". */
  readonly previousAttempts: number | undefined;
  /** Whether the server takes binary metadata as they are. */
  readonly takesBinary: boolean;
  readonly encoding: Encoding;
}

export interface Flavour {
  readonly settings: Readonly<Record<End, readonly Setting[]>>;
  /** What is added to the connection's receive window from the start, in octets. */
  readonly windowIncrement: number;
  /** What a client adds to a stream's receive window behind the HEADERS of a request. Zero: nothing. */
  readonly streamIncrement: number;
  /** Octets of the largest frame that it writes, even where the other side would take a larger one. */
  readonly largestFrame: number;
  /** @param takesBinary whether the other side takes binary metadata as they are. */
  policy(takesBinary: boolean): EncodingPolicy;
  /** Whether HEADERS with the first message, each further message and the trailers are writes of their own. */
  readonly writesApart: boolean;
  /** Whether it says GOAWAY, twice, before it closes, and answers in the same way. */
  readonly saysGoodbye: boolean;
  /** Whether fields that hold zero are left out of messages. */
  readonly omitsDefaults: boolean;
  /** How it compresses messages where it is told to: as a client, and as a server if it can. */
  readonly compressing: { readonly client: Compressing; readonly server?: Compressing };
  /** How it says that all went well. */
  readonly ok: Status;
  requestHeaders(path: string, authority: string, details: RequestDetails): HeaderField[];
  /** @param now in ms since 1970. */
  responseHeaders(now: number, encoding: Encoding): HeaderField[];
  trailers(status: Status): HeaderField[];
  /** All header fields of a response without a message. */
  trailersOnly(status: Status, now: number, takesBinary: boolean): HeaderField[];
  /** What is said of a method that the server does not have. */
  unimplemented(method: string): string;
  /** How a server ends a call whose deadline has passed. */
  readonly atDeadline: { readonly message: string; readonly policy?: EncodingPolicy; readonly resetBy?: number };
  /** What is said of an exception that the service did not mean to throw. */
  unforeseen(message: string): string;
  /** What is said of a request, or a result, that cannot be read or written. */
  unreadable(reason: string): string;
  unwritable(reason: string): string;
}

/** The field that tells a server which attempt this is; the first has none. */
export function attemptFields(previousAttempts = 0): HeaderField[] {
  return previousAttempts > 0 ? fields([['grpc-previous-rpc-attempts', String(previousAttempts)]]) : [];
}

/** Header fields from pairs. */
export function fields(list: readonly (readonly [name: string, value: string])[]): HeaderField[] {
  return list.map(([name, value]) => ({ name, value }));
}
