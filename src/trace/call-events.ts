// Which events of a run belong to one call of it. See one-call.ts.
import type { Direction, Packet, Trace, TraceEvent } from './trace';

/** The events of exchange `call`, in order. Those that belong to none are among them when the call brought them about. */
export function callEvents(trace: Trace, call: number): TraceEvent[] {
  return new CallEvents(trace, call).collect();
}

/** One pass over the run: whether an event belongs to the call depends on those before it. */
class CallEvents {
  private readonly included = new Set<number>();
  private readonly packets = new Set<number>();
  private readonly awaited = new AwaitedAcknowledgments();
  private linkState: string;
  private readonly from: number;
  private readonly to: number;

  constructor(
    private readonly trace: Trace,
    private readonly call: number,
  ) {
    const { events, initialStates } = trace;
    this.linkState = initialStates.link;
    const isOwn = (event: TraceEvent) => event.exchange === call;
    // What has no cause and no call, such as the server's crash, belongs to all that are under way; the first call begins the run, the last ends it.
    this.from = call === 0 ? 0 : events.findIndex(isOwn);
    this.to = call === trace.exchanges.length - 1 ? Infinity : events.findLastIndex(isOwn);
  }

  collect(): TraceEvent[] {
    return this.trace.events.filter(event => {
      const belongs = this.belongs(event);
      if (belongs) this.included.add(event.seq);
      return belongs;
    });
  }

  private belongs(event: TraceEvent): boolean {
    switch (event.type) {
      case 'sent':
        return this.isOwnPacket(event, this.trace.packets[event.packet]);
      case 'arrived':
      case 'dropped':
      case 'discarded':
        return this.packets.has(event.packet);
      case 'encoded':
      case 'decoded':
      case 'control':
        return this.trace.messages[event.message].exchange === this.call;
      case 'transition':
        return event.actor === 'link' ? this.changesLink(event) : this.isOwn(event);
      default:
        return this.isOwn(event);
    }
  }

  private isOwn({ exchange, cause, seq }: TraceEvent): boolean {
    if (exchange !== undefined) return exchange === this.call;
    if (cause !== undefined) return this.included.has(cause);
    return this.from <= seq && seq <= this.to;
  }

  /** The link is shown as if it carried nothing but this call's packets. */
  private changesLink(event: TraceEvent & { readonly type: 'transition' }): boolean {
    if (event.from !== this.linkState || !this.isOwn(event)) return false;
    this.linkState = event.to;
    return true;
  }

  private isOwnPacket(event: TraceEvent, packet: Packet): boolean {
    const { trace, call, packets, awaited } = this;
    const carried = packet.carries.map(({ message }) => trace.messages[message].exchange);
    const acknowledges = awaited.endWith(packet);
    const carries = carried.includes(call);
    const isCopy = packet.copyOf !== undefined && packets.has(packet.copyOf);
    const serves = carried.length === 0 && (this.isOwn(event) || acknowledges);
    if (!carries && !isCopy && !serves) return false;
    packets.add(packet.id);
    if (carries) awaited.add(packet);
    return true;
  }
}

/** The call's packets that no segment has acknowledged yet. */
class AwaitedAcknowledgments {
  /** By connection and direction of the packet: the relative sequence number up to which its octets reach. */
  private readonly ends = new Map<string, number>();

  add({ connection, direction, segment }: Packet): void {
    this.ends.set(`${connection} ${direction}`, segment.relativeSeq + segment.length);
  }

  /** Whether `packet` acknowledges the last of them in its connection, which then waits no longer. */
  endWith({ connection, direction, segment }: Packet): boolean {
    const key = `${connection} ${OTHER_WAY[direction]}`;
    const end = this.ends.get(key);
    if (end === undefined || !segment.flags.includes('ACK') || segment.relativeAck < end) return false;
    this.ends.delete(key);
    return true;
  }
}

const OTHER_WAY: Readonly<Record<Direction, Direction>> = { c2s: 's2c', s2c: 'c2s' };
