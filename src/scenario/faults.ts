// What goes wrong in a run, as data: on the path between the hosts, and at the hosts themselves.

/** From client to server, or back. */
export type Way = 'c2s' | 's2c';

/** The packet that is the `nth`, from 0, to leave in its direction of a connection. What TCP sends again counts anew. */
export interface PacketPlace {
  readonly connection: number;
  readonly direction: Way;
  readonly nth: number;
}

/** What happens to one packet on its way. When no packet ever stands in that place, nothing does. */
export type PacketFault = { readonly packet: PacketPlace } & (
  | { readonly does: 'drop' }
  /** It takes so many microseconds longer; others may overtake it. */
  | { readonly does: 'delay'; readonly by: number }
  /** The next packet in its direction overtakes it. */
  | { readonly does: 'reorder' }
  /** It comes out twice. */
  | { readonly does: 'duplicate' }
  /**
   * Bits of the frame are flipped, counted from its first octet, the most significant bit of an octet first.
   * Simplified: as in the memory of a router that then writes a new frame check sequence, so that Ethernet does not notice.
   */
  | { readonly does: 'flip'; readonly bits: readonly number[] }
);

/** Nothing that leaves between two moments gets through: in one direction, or in both. Times in microseconds. */
export interface PartitionFault {
  readonly does: 'partition';
  readonly from: number;
  /** Absent: it does not heal. */
  readonly until?: number;
  readonly direction?: Way;
}

/** When something happens to a host: at a time, in microseconds, or when a function is executed for the `execution`th time, from 0. */
export type Occasion =
  | { readonly at: number }
  /** `before`: the request is read, nothing is executed yet. `after`: the function has ended, its effect is there, nothing is answered yet. */
  | { readonly execution: number; readonly phase: 'before' | 'after' };

/** What happens to the server. Durations in microseconds; absent: for ever. */
export type ServerFault = {
  readonly when: Occasion;
} /** The program stands still; its host goes on, so TCP acknowledges until the receive buffer is full. */ & (
  | { readonly does: 'hang'; readonly lasts?: number }
  /** The program ends. Its host closes its connections, and refuses new ones until it is started again. */
  | { readonly does: 'crash'; readonly lasts?: number }
  /** The host goes off without a word. When it is up again, it knows nothing of its connections: they are half-open. */
  | { readonly does: 'power-off'; readonly lasts?: number }
  /** The last router has no way to the host any more, and says so by ICMP. */
  | { readonly does: 'unreachable'; readonly lasts?: number }
);

/** A program does not read from its sockets, though it goes on otherwise: its receive window closes. */
export interface ReadingFault {
  readonly does: 'stop-reading';
  readonly host: 'client' | 'server';
  readonly from: number;
  /** Absent: it never reads again. */
  readonly until?: number;
}

/** One thing that goes wrong. */
export type Fault = PacketFault | PartitionFault | ServerFault | ReadingFault;

/** What befalls any packet, by chance: probabilities from 0 to 1, drawn from the scenario's seed. */
export interface Impairments {
  readonly loss: number;
  readonly duplication: number;
  /** A packet lets those behind it pass. */
  readonly reordering: number;
  /** One bit of the packet is flipped. */
  readonly corruption: number;
  /** Each packet takes up to so many microseconds longer, without overtaking. */
  readonly jitter: number;
}

/** A network on which nothing goes wrong by chance. */
export const UNIMPAIRED: Impairments = { loss: 0, duplication: 0, reordering: 0, corruption: 0, jitter: 0 };
