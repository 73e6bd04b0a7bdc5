// Cuts a stream into messages.
import { ProblemError } from '../../problem/problem';
import { Arrivals, type Scan, type Walk } from './ends/arrivals';

export class MessageSplitter {
  private readonly arrivals = new Arrivals();
  private walk: Walk | undefined;

  /** `scan` finds the end of each message. */
  constructor(private readonly scan: Scan) {}

  /** Takes octets in order; returns the messages that they complete. What can be none is returned as far as it has come. */
  push(octets: Uint8Array): Uint8Array[] {
    const { arrivals } = this;
    const messages: Uint8Array[] = [];
    arrivals.append(octets);
    while (arrivals.octets.length > 0) {
      const found = this.search();
      if (found === 'not yet') break;
      messages.push(arrivals.take(found === 'end' ? arrivals.at : arrivals.octets.length));
      this.walk = undefined;
    }
    return messages;
  }

  /** What came after the last message. */
  get rest(): Uint8Array {
    return this.arrivals.octets;
  }

  private search(): 'end' | 'not yet' | 'fault' {
    this.walk ??= this.scan(this.arrivals);
    try {
      return this.walk.next().done ? 'end' : 'not yet';
    } catch (error) {
      if (error instanceof ProblemError) return 'fault';
      throw error;
    }
  }
}
