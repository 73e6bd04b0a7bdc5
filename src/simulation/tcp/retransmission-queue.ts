// Segments that were sent and have not been acknowledged, in the order of the stream. RFC 9293 §3.8.1; the marks are RFC 6675's scoreboard.
import type { Micros } from '../../trace/trace';
import { SYN } from '../../wire/tcp/tcp';
import { distance, type SeqNumber } from './seq-number';

/** A segment under way. SYN and FIN are in {@link SentSegment.flags} and take one sequence number each. */
export interface SentSegment {
  readonly seq: SeqNumber;
  readonly end: SeqNumber;
  readonly flags: number;
  readonly octets: Uint8Array;
  readonly sentAt: Micros;
  /** How often it was sent. */
  readonly times: number;
  /** The peer has it, though not all before it. RFC 2018. */
  readonly sacked: boolean;
  /** It is taken for lost. */
  readonly lost: boolean;
  /** It was sent again since it was taken for lost. */
  readonly resent: boolean;
}

/** What an acknowledgment took off the queue. */
export interface Acknowledged {
  /** Octets of the program's, without SYN and FIN. */
  readonly octets: number;
  /** When the first of them was sent that was sent only once. RFC 6298 §3 (Karn's algorithm): others tell no time. */
  readonly sentAt: Micros | undefined;
  /** One of them was sent more than once. */
  readonly wasResent: boolean;
  /** SYN was among them. */
  readonly isSyn: boolean;
}

export class RetransmissionQueue {
  private segments: SentSegment[] = [];

  get isEmpty(): boolean {
    return this.segments.length === 0;
  }

  get head(): SentSegment | undefined {
    return this.segments[0];
  }

  /** All of them, in the order of the stream. */
  get all(): readonly SentSegment[] {
    return this.segments;
  }

  /** A segment leaves for the first time. */
  add(seq: SeqNumber, end: SeqNumber, flags: number, octets: Uint8Array, sentAt: Micros): void {
    this.segments.push({ seq, end, flags, octets, sentAt, times: 1, sacked: false, lost: false, resent: false });
  }

  /** Everything before `una` has been acknowledged. */
  acknowledge(una: SeqNumber): Acknowledged {
    const { segments } = this;
    let sentAt: Micros | undefined;
    let wasResent = false;
    let octets = 0;
    let isSyn = false;
    let done = 0;
    for (; done < segments.length && distance(una, segments[done].end) >= 0; done++) {
      const segment = segments[done];
      octets += segment.octets.length;
      if (segment.flags & SYN) isSyn = true;
      if (segment.times > 1) wasResent = true;
      else sentAt ??= segment.sentAt;
    }
    if (done > 0) segments.splice(0, done);
    const head = segments[0];
    const part = head ? distance(una, head.seq) : 0;
    if (part > 0) segments[0] = { ...head, seq: una, octets: head.octets.subarray(part) };
    return { octets: octets + Math.max(0, part), sentAt: wasResent ? undefined : sentAt, wasResent, isSyn };
  }

  /** Changes the marks of each segment. */
  mark(change: (segment: SentSegment) => SentSegment): void {
    this.segments = this.segments.map(change);
  }

  /** Replaces `segment`. */
  replace(segment: SentSegment, by: SentSegment): void {
    const at = this.segments.indexOf(segment);
    if (at >= 0) this.segments[at] = by;
  }

  clear(): void {
    this.segments = [];
  }
}
