// What every RPC system provides: one folder below protocols/, one line in index.ts.
//
// Both sides really encode and really decode. A connection is fed octets as TCP delivers them and never sees anything else;
// what a stub knows of the peer's call or reply, it has read from those octets.
import type { Behaviour } from '../idl/behaviour';
import type { MetadataEntry } from '../idl/metadata';
import type { ServiceInterface, Type } from '../idl/types';
import type { Outcome, ServiceError, Value } from '../idl/value';
import type { Part } from '../parts/part';
import type { Problem } from '../problem/problem';
import type { Pdu } from '../wire/bytes/pdu';
import type { CallId, Statement } from './statement';

/** A setting of a protocol, as data: the editor's form and the scenario's validation are made from it. The first choice is the default. */
export type OptionSchema = Readonly<
  Record<string, { readonly choices: readonly (string | boolean)[]; readonly spec?: string }>
>;

/** The chosen settings: a key and a choice of the {@link OptionSchema} each. */
export type Options = Readonly<Record<string, string | boolean>>;

/** What is given to both sides of a conversation before it starts. */
export interface SessionContext {
  readonly service: ServiceInterface;
  readonly options: Options;
  /** `host:port` as a client writes it. */
  readonly authority: string;
  /** Wall-clock time in ms since 1970 (UTC) at the present moment of the simulation: for Date headers and gzip's mtime. */
  now(): number;
  /** The next random number of the run's seed, a uint32: for random ids. */
  random(): number;
}

/** One call as the client makes it. Arguments are in the order of the method's parameters. */
export interface Call {
  readonly method: string;
  readonly args: readonly Value[];
  /** Pass the arguments by name where the protocol can. */
  readonly named?: boolean;
  /** The client wants no reply. */
  readonly oneway?: boolean;
  readonly metadata?: readonly MetadataEntry[];
  /** Milliseconds that the client waits for the reply at most, from now on. */
  readonly deadline?: number;
  /** Milliseconds after which the client's program gives the call up. Nobody is told before. */
  readonly cancelAfter?: number;
  /** What all attempts of a call have in common and no other call has, so that the server knows it again. See {@link Protocol.carriesKey}. */
  readonly key?: string;
  /** How many attempts of the call came before this one. Absent: none. */
  readonly attempt?: number;
}

/** A message as a peer writes it. */
export interface Outgoing {
  readonly pdu: Pdu;
  /** Where each write to the socket ends, in octets of the message; the last is its length. Each write is pushed as its own segments. */
  readonly writes: readonly number[];
  /** The writer closes its side of the connection after it. */
  readonly close: boolean;
  /** A request that nothing will answer, not even an empty reply (a notification on a raw stream): its writer does not wait for one. */
  readonly unanswered?: boolean;
}

/** Octets that belong together, as the other side has read them from the stream. */
export interface Incoming<T> {
  readonly pdu: Pdu;
  /**
   * What a complete message says, or why it cannot be understood. Undefined when the octets only serve the conversation (settings, a
   * window update), or are a part of a message whose rest is still to come.
   */
  readonly content: T | Problem | undefined;
  /** A reply, or a part of one: the request that it answers. Absent: the oldest that is not answered. */
  readonly to?: Outgoing;
  /** There is no content yet, but there will be: the octets are a part of a message. */
  readonly isPart?: boolean;
  /** What the reader writes back at once, whatever its program does: an acknowledgement of settings, a window update. */
  readonly answers?: readonly Outgoing[];
}

/** What a client stub found in a reply: an outcome for each call that it answers, in the order of the calls. */
export interface Reply {
  readonly outcomes: readonly Outcome[];
}

/** What a server stub found in a request: the local calls to make, and how to answer when they have ended. */
export interface Request {
  /** Calls of the local service. Empty when the stub answers by itself: an unknown method, a system.* method, an invalid request. */
  readonly invocations: readonly Invocation[];
  /** How long the client said that it would wait. */
  readonly deadline?: ServerDeadline;
  /** The answer to the request, given the outcome of every invocation; undefined when none is sent. */
  reply(outcomes: readonly Outcome[]): Outgoing | undefined;
}

/** A call of the local service. */
export interface Invocation {
  readonly method: string;
  readonly args: readonly Value[];
  readonly metadata?: readonly MetadataEntry[];
  /** The {@link Call.key} that the request carries. */
  readonly key?: string;
}

/** What a server does about a request that is not answered in the time that its client waits. */
export interface ServerDeadline {
  /** Milliseconds from the moment when the request is complete. */
  readonly after: number;
  /** The time is over: what is written then. Nothing, when the request is answered or nobody waits for the answer any more. */
  passed(): readonly Outgoing[];
}

/** What an end of a conversation may do besides making calls and answering them. Most protocols do nothing of it. */
export interface Peer {
  /** What this end writes as soon as the connection is open, before anything else: HTTP/2's preface. */
  opening?(): Outgoing;
  /**
   * Whether flow control lets the write of `outgoing` with this number be made now. If so, it is taken for written; if not, it is asked again
   * whenever octets have come in. What is not written yet may take another form by it: header fields are compressed with what was written before.
   */
  mayWrite?(outgoing: Outgoing, write: number): boolean;
  /** Whether what is left of `outgoing` is not to be written any more: nobody waits for it. */
  isAbandoned?(outgoing: Outgoing): boolean;
  /** What this end writes before it closes the connection of its own accord. */
  farewell?(): readonly Outgoing[];
}

/** The client stub's end of one TCP connection. Where the protocol multiplexes, several requests may be outstanding. */
export interface ClientConnection extends Peer {
  /** Whether a call can go out: not as long as the server's part of the opening is outstanding. When it is missing, always. */
  isReady?(): boolean;
  /** The request for one call, or for a batch of calls. Throws a ProblemError when the protocol cannot carry it. */
  request(calls: readonly Call[], batch: boolean): Outgoing;
  /** Takes octets from the stream in order; returns what they complete. */
  receive(octets: Uint8Array): Incoming<Reply>[];
  /** Gives up `request`, whose reply is not complete: what the server is told. Where it is missing, the client can only close the connection. */
  giveUp?(request: Outgoing): readonly Outgoing[];
  /** The peer closed its side: a reply that ends with the connection is complete now. */
  end(): Incoming<Reply>[];
}

/** The server stub's end of one TCP connection. */
export interface ServerConnection extends Peer {
  /** Takes octets from the stream in order; returns what they complete. */
  receive(octets: Uint8Array): Incoming<Request>[];
}

/** Octets of a recorded stream that stand together: a message, or a part of one. */
export interface Dissected {
  readonly pdu: Pdu;
  /** Undefined when it only serves the conversation, or is a part of a message whose rest is still to come. */
  readonly says: Statement | undefined;
  /** Where parts of several messages may take turns: which message it is of. The last part has the `whole`, all parts in one piece. */
  readonly part?: { readonly of: CallId; readonly whole?: Pdu };
}

/** Splits one direction of a recorded stream into annotated messages, knowing neither interface nor options. */
export interface StreamDissector {
  /** Takes octets in order; returns the messages that they complete. */
  push(octets: Uint8Array): Dissected[];
  /** The stream ended: what is left becomes a last message (unknown octets annotated as such), if there is anything. */
  end(): Dissected[];
}

/**
 * Why a client has no reply. The connection was refused (RST to its SYN), was reset, was closed by the server in order, has brought no
 * acknowledgment for as long as TCP tries (ETIMEDOUT), or has no way to the server (ICMP, EHOSTUNREACH); or the client waits no longer: its
 * time is over, or its program has given the call up.
 */
export type Failure = 'refused' | 'reset' | 'closed' | 'timed out' | 'unreachable' | GivingUp;

export type GivingUp = 'deadline' | 'cancelled';

/** The attempt that has failed. */
export interface FailedAttempt {
  /** `host:port`, as in {@link SessionContext}. */
  readonly authority: string;
  /** Whether its connection had been open. */
  readonly connected: boolean;
  /** Milliseconds from its beginning. */
  readonly waited: number;
  /** What was called: the names of the interface, if it has one, and of its method. */
  readonly service: string | undefined;
  readonly method: string;
}

/** One source text of the code pane. `lines` numbers (from 1) are lit while the step of that number is under way. */
export interface SourceText {
  readonly title: string;
  readonly language: 'python' | 'javascript' | 'java' | 'idl';
  readonly text: string;
  readonly litBy: Readonly<Partial<Record<StepNumber, readonly [from: number, to: number]>>>;
}

/** The ten steps of a remote procedure call. */
export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The programs of both sides, as their authors or a generator would write them for this service, these options and this call. */
export interface SourceTexts {
  readonly client: SourceText;
  readonly clientStub: SourceText;
  readonly serverStub: SourceText;
  readonly server: SourceText;
}

/** What the code pane's texts are made from. */
export interface CodeContext {
  readonly service: ServiceInterface;
  readonly options: Options;
  readonly authority: string;
  readonly calls: readonly Call[];
  /** What the server's functions do. A method that is not among them is not there. */
  readonly functions: Readonly<Record<string, Behaviour>>;
}

/** What the calls of an RPC system can be. */
export interface CallFeatures {
  /** Arguments by name. */
  readonly named: boolean;
  /** No reply at all. */
  readonly oneway: boolean;
  /** Metadata beside the arguments, and beside an error. */
  readonly metadata?: boolean;
  /**
   * The server is told of a call's deadline, and when its client gives it up; so its program can cancel it. Elsewhere a deadline is the
   * client's own affair.
   */
  readonly givingUp?: boolean;
}

/** What is known of an RPC system before its implementation is loaded. */
export interface ProtocolProfile {
  /** Never changes once released: links hold it. */
  readonly id: string;
  /** Proper name, the same in every language. */
  readonly title: string;
  /** Formats from the message inwards: ['http1', 'xml-rpc']. */
  readonly layers: readonly string[];
  readonly options: OptionSchema;
  /** What a call can be besides arguments in order and a reply. */
  readonly calls: CallFeatures;
  /** The choices of options that cost different octets: each is a lane of the comparison. One of them may need no word for what sets it apart. */
  readonly lanes: readonly { readonly variant: string; readonly options: Options }[];
}

/** A line of the registry. */
export interface RegisteredProtocol extends ProtocolProfile {
  readonly implementation: Part<Protocol>;
}

/** An RPC system. */
export interface Protocol extends ProtocolProfile {
  /** Why a value of `type` cannot be carried with `options`, if so. Says nothing about single values: encoding does. */
  unsupported(type: Type, options: Options): Problem | undefined;
  /** Why metadata cannot be carried, if so: the path leads to the entry, and to its name or value. Such a protocol has `calls.metadata`. */
  unfitMetadata?(metadata: readonly MetadataEntry[]): Problem | undefined;
  /** Whether this system's clients keep one connection for several calls, with these options. */
  keepsAlive(options: Options): boolean;
  /** Whether this system's clients have several calls under way on one connection. Otherwise a call waits until the last has its reply. */
  multiplexes(options: Options): boolean;
  /**
   * Whether an end that closes a connection closes its own direction only, and reads on until the other end closes too: socket.end() of
   * Node.js. When it is missing, or says no, the end closes the socket and reads no more.
   */
  closesHalf?(end: 'client' | 'server', options: Options): boolean;
  /** Whether a request has a place for {@link Call.key}. */
  carriesKey(options: Options): boolean;
  /**
   * Whether this system's clients send a request once more, on a new connection, when theirs has ended before any octet of the reply, by
   * the server's FIN or RST: whether or not the call was made already.
   */
  triesAgain(options: Options): boolean;
  /** What this system's clients throw when they have no reply, in their own words. */
  failure(why: Failure, options: Options, attempt: FailedAttempt): ServiceError;
  openClient(context: SessionContext): { connect(): ClientConnection };
  openServer(context: SessionContext): { accept(): ServerConnection };
  /** How sure the protocol is that a recorded conversation is its own, 0 to 1, from the first octets of each direction. */
  recognise(c2s: Uint8Array, s2c: Uint8Array): number;
  dissect(direction: 'c2s' | 's2c'): StreamDissector;
  /** Loads the writer of the code pane's texts, which few visitors need at first. */
  sources(): Promise<(context: CodeContext) => SourceTexts>;
}
