// The record of a run: what happened, in order, with every message and packet. It holds data and keys, never sentences.
import type { MetadataEntry } from '../idl/metadata';
import type { ServiceInterface } from '../idl/types';
import type { Outcome, Value } from '../idl/value';
import type { Problem } from '../problem/problem';
import type { StepNumber } from '../protocols/protocol';
import type { Pdu } from '../wire/bytes/pdu';
import type { Flows } from './flows';
import type { PacketPlace } from './packet-place';

/** Microseconds of virtual time since the start of the run. */
export type Micros = number;

/** The machines of a run. There is one pair of TCP endpoints per connection. */
export type ActorId = 'client' | 'clientStub' | 'clientTcp' | 'link' | 'serverTcp' | 'serverStub' | 'server';

export type Direction = 'c2s' | 's2c';

/** What is common to every event. `seq` is its index in {@link Trace.events}; `cause` the event that brought it about. */
interface EventBase {
  readonly seq: number;
  readonly at: Micros;
  readonly actor: ActorId;
  readonly cause?: number;
  /** Index of the exchange (call or batch) that the event belongs to; absent before the first and after the last. */
  readonly exchange?: number;
  /** Which attempt at the exchange it belongs to, from 0. Absent: the first, or none in particular. */
  readonly attempt?: number;
  /** Index of the TCP connection, where there is one. */
  readonly connection?: number;
  /** Of a recorded run: what the recording does not show, but a message in it implies. */
  readonly inferred?: boolean;
}

export type TraceEvent = EventBase & EventBody;

export type EventBody =
  /** One of the ten steps begins. It lasts until the next step event, or the end of the exchange. */
  | { readonly type: 'step'; readonly step: StepNumber }
  /** A machine changed its state. */
  | { readonly type: 'transition'; readonly from: string; readonly to: string; readonly event: string }
  /** A stub wrote a message. */
  | { readonly type: 'encoded'; readonly message: number }
  /** A stub wrote, by itself, what only serves the conversation. */
  | { readonly type: 'control'; readonly message: number }
  /** A stub has read a message from its octets. `calls`: of a request that has come in damaged, the calls of the service that it asks for now. */
  | {
      readonly type: 'decoded';
      readonly message: number;
      readonly problem?: Problem;
      readonly calls?: readonly { readonly method: string; readonly args: readonly Value[] }[];
    }
  /** A packet left a host. */
  | { readonly type: 'sent'; readonly packet: number }
  /** A packet came in. */
  | { readonly type: 'arrived'; readonly packet: number }
  /** A packet did not get through: a fault placed by hand took it, chance did, or a partition. */
  | { readonly type: 'dropped'; readonly packet: number; readonly why: DropReason }
  /** A packet that has come in is thrown away by the receiver, unread. */
  | { readonly type: 'discarded'; readonly packet: number; readonly why: DiscardReason }
  /** A timer fired: a delayed acknowledgment, a retransmission, TIME-WAIT, the deadline of a call. */
  | { readonly type: 'timer'; readonly timer: string }
  /** The service's function was entered, and how it ended. */
  | {
      readonly type: 'invoked';
      readonly method: string;
      readonly args: readonly Value[];
      readonly metadata?: readonly MetadataEntry[];
    }
  | { readonly type: 'completed'; readonly method: string; readonly outcome: Outcome }
  /** The client has the results of the exchange, one for each call that wanted one. */
  | { readonly type: 'result'; readonly outcomes: readonly Outcome[] }
  /** An attempt has ended without a reply that counts. The call goes on if another attempt is made or under way. */
  | { readonly type: 'attempt failed'; readonly why: AttemptFailure }
  /** The server knows the call's key: it answers as it did before, without executing anything. */
  | { readonly type: 'deduplicated'; readonly method: string }
  /** The run is over, and the client waits for a result that nothing will bring. */
  | { readonly type: 'still waiting' };

export type DropReason = 'fault' | 'loss' | 'partition' | 'host off' | 'unreachable';

/** `no connection`: it is over, or never was. `closed`: the program has closed its socket and reads no more. `checksum`: of IPv4 or TCP. `other host`: the addresses are not the receiver's. `unreadable`: no TCP over IPv4. */
export type DiscardReason = 'checksum' | 'other host' | 'unreadable' | 'no connection' | 'closed' | 'unacceptable';

/**
 * `refused`, `unreachable`: the server has not got the request. `timed out`, `reset`, `closed`: it may have executed the call.
 * `superseded`: another attempt was answered first. `unreadable`: the reply makes no sense.
 */
export type AttemptFailure = 'refused' | 'unreachable' | 'timed out' | 'reset' | 'closed' | 'superseded' | 'unreadable';

/** A request, a reply, or what only serves the conversation, as the stub that wrote it encoded it. */
export interface Message {
  readonly id: number;
  readonly exchange: number;
  /** As that of an event. */
  readonly attempt?: number;
  readonly connection: number;
  readonly direction: Direction;
  readonly pdu: Pdu;
  /** Octet of the connection's stream in this direction at which the message begins; 0 is the first octet after SYN. */
  readonly streamOffset: number;
  /** Neither a request nor a reply: settings, a window update, a heartbeat. */
  readonly control?: boolean;
}

/** A frame with the IP packet and the TCP segment in it. Annotate its octets with simulation-free `wire/frame.ts`. */
export interface Packet {
  readonly id: number;
  readonly connection: number;
  readonly direction: Direction;
  /** The whole frame without its frame check sequence. A recorded one may be cut short. */
  readonly bytes: Uint8Array;
  /** Which header the octets begin with, a number of the LINKTYPE registry. Absent: Ethernet. */
  readonly linkType?: number;
  /** It is no segment but word of a router that the one it quotes cannot be delivered; {@link Packet.segment} is empty. */
  readonly icmp?: boolean;
  /** The frame with its fields, where it is not TCP over IPv4 over Ethernet: that of another link (`recording`), or with ICMP. */
  readonly frame?: Pdu;
  /** Octets that it had on the wire, where more than {@link Packet.bytes} has. */
  readonly originalLength?: number;
  /** All of its payload has come before, or (`recording`) has been seen before. */
  readonly repeats?: boolean;
  /** Why TCP sent it, where that is not the ordinary course of the conversation. */
  readonly occasion?: SendingOccasion;
  /** A packet that the network made out of that one. */
  readonly copyOf?: number;
  readonly sentAt: Micros;
  /** Absent when it never arrives. */
  readonly arrivedAt?: Micros;
  /** How much later than by itself it arrived, because the network held it up. In microseconds. */
  readonly heldUp?: Micros;
  /** The frame as it came in, where that is not {@link Packet.bytes}: bits of it were flipped on the way. */
  readonly arrivedBytes?: Uint8Array;
  /** The TCP header's figures, for lists and drawings: read off `bytes`. */
  readonly segment: SegmentSummary;
  /** Messages, or parts of them, in the payload: `[start, end)` of the message stands at `at` octets into the frame. */
  readonly carries: readonly {
    readonly message: number;
    readonly start: number;
    readonly end: number;
    readonly at: number;
  }[];
}

export type SendingOccasion =
  | 'retransmission timeout'
  | 'fast retransmit'
  | 'window probe'
  | 'keep-alive'
  | 'challenge'
  | 'refusal';

export interface SegmentSummary {
  /** SYN, SYN ACK, PSH ACK, …: in the order in which tshark names them. */
  readonly flags: readonly ('SYN' | 'ACK' | 'PSH' | 'FIN' | 'RST')[];
  readonly seq: number;
  readonly ack: number;
  /** `seq` and `ack` counted from the initial sequence numbers, as Wireshark shows them. */
  readonly relativeSeq: number;
  readonly relativeAck: number;
  readonly window: number;
  /** Octets of payload. */
  readonly length: number;
  /** Octets of headers before the payload, the link's included. */
  readonly headerLength: number;
}

/** What one exchange was about, as the client meant it: for titles and explanations, never for decoding. */
export interface Exchange {
  readonly calls: readonly { readonly method: string; readonly args: readonly Value[]; readonly oneway: boolean }[];
  readonly batch: boolean;
}

/** What a run is that was not simulated: a TCP connection of a capture. */
interface Recording {
  /** When the first packet was captured, in microseconds since 1970. */
  readonly startedAtMicros: number;
  /** Octets of each direction that were sent, as the sequence numbers tell, but not captured. */
  readonly missing: Readonly<Record<Direction, number>>;
  /** Which of the connection's packets these are, `[from, to)` of `all`: a long connection is shown in parts. */
  readonly part: { readonly from: number; readonly to: number; readonly all: number };
}

/** What a trace is that shows one call of a larger run (one-call.ts). */
export interface PartOfRun {
  /** Which of the run's exchanges it is, from 0, of how many. */
  readonly call: number;
  readonly calls: number;
  /** Packets of the other calls that left while this one lasted. */
  readonly otherPackets: number;
  /** Where each of its packets stands in the whole run. */
  readonly places: readonly PacketPlace[];
}

/** The method of a call that the recording does not show. */
export const UNKNOWN_METHOD = '?';

/** A run from the first call to the last segment. */
export interface Trace {
  /** Present when the run was recorded. A recording may have no exchange at all, where the protocol is not known. */
  readonly recording?: Recording;
  /** Present when this is one call of a run of many. Its exchanges, events, packets and so on are numbered anew. */
  readonly part?: PartOfRun;
  readonly service: ServiceInterface;
  readonly protocol: string;
  readonly exchanges: readonly Exchange[];
  readonly events: readonly TraceEvent[];
  readonly messages: readonly Message[];
  readonly packets: readonly Packet[];
  /** How each end of each connection saw it: `flowSample` reads it. Absent from recordings. */
  readonly flows?: Flows;
  readonly hosts: {
    readonly client: { readonly address: string; readonly port: number };
    readonly server: { readonly address: string; readonly port: number };
  };
  /** Client port of each connection, in the order of opening. */
  readonly connections: readonly { readonly clientPort: number }[];
  /** Initial state of every machine. */
  readonly initialStates: Readonly<Record<ActorId, string>>;
  /** Virtual time of the last event. */
  readonly duration: Micros;
}
