// What can become of a packet between the hosts, and who decides it.
import type { DropReason, Micros, Packet } from '../../trace/trace';

export interface Fate {
  /** The frame as it comes out; undefined when it is lost. */
  readonly frame: Uint8Array | undefined;
  /** Why it is lost, if it is; `loss` where nothing else is said. */
  readonly why?: DropReason;
  /** So much later than by itself; others may overtake it. */
  readonly late?: Micros;
  /** It waits until the next packet of its connection in its direction has come out, but no longer than this. */
  readonly letsPass?: Micros;
  /** So much later than by itself, and never before those that left ahead of it. */
  readonly jitter?: Micros;
  /** The network makes a copy of it, which goes its way untouched. */
  readonly copied?: boolean;
}

/** Decides the fate of each packet when it leaves, in the order of leaving: the place where faults enter the simulation. */
export type Path = (packet: Packet) => Fate;
