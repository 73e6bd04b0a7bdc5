// The octets of one direction, as far as they have come. Without frames only a walk over all of a message finds its end: it goes on where
// it stood when more octets arrive, so that every octet is looked at once. doc/specs/thrift-rpc.md, "Framed vs. unframed transport".
import { ByteWriter } from '../../../wire/bytes/byte-writer';

/** A walk over octets. Whenever it yields, it needs more of them. */
export type Walk<T = void> = Generator<undefined, T, undefined>;

/** Walks to the end of a message. Throws a ProblemError at the first octet that no message can have. */
export type Scan = (arrivals: Arrivals) => Walk;

export class Arrivals {
  /** Where the walk stands, in octets from the message's beginning. */
  at = 0;
  octets: Uint8Array = new Uint8Array();
  private pending = new ByteWriter(false);

  append(octets: Uint8Array): void {
    this.pending.bytes(octets);
    this.octets = this.pending.finish();
  }

  /** Takes the octets that the walk has passed, or all there are. */
  take(end = this.at): Uint8Array {
    const taken = this.octets.slice(0, end);
    const rest = this.octets.slice(end);
    this.at = 0;
    this.pending = new ByteWriter(false);
    this.append(rest);
    return taken;
  }

  *skip(count: number): Walk {
    while (this.octets.length - this.at < count) yield;
    this.at += count;
  }

  *uint8(): Walk<number> {
    yield* this.skip(1);
    return this.octets[this.at - 1];
  }

  *int32(): Walk<number> {
    yield* this.skip(4);
    const { octets, at } = this;
    return (octets[at - 4] << 24) | (octets[at - 3] << 16) | (octets[at - 2] << 8) | octets[at - 1];
  }
}
