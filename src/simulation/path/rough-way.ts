// A way on which something befalls packets: they are lost halfway, come late, twice, out of order or damaged.
import type { Direction, Micros, Packet, TraceEvent } from '../../trace/trace';
import type { EventPlace, Recorded } from '../recorder';
import type { Fate, Path } from './fate';
import type { Arrive, Link, LinkWorld, RoughScenario } from './link';
import { pathOf } from './path';

/** A packet on its way: when it would arrive by itself, and what ends its way. */
interface Crossing {
  readonly packet: Packet;
  /** Seq of the event that sent it. */
  readonly sent: number;
  readonly arrivesAt: Micros;
  readonly arrive: Arrive;
}

export class RoughWay {
  private readonly path: Path;
  /** Lets go the packet that waits to be overtaken, by connection and direction. */
  private readonly waiting = new Map<string, { readonly letGo: () => void; readonly lineTime: Micros }>();
  /** When the last packet comes out, in each direction: jitter lets none overtake it. */
  private readonly lastAt: Record<Direction, Micros> = { c2s: 0, s2c: 0 };

  constructor(
    scenario: RoughScenario,
    private readonly world: LinkWorld,
    private readonly link: Pick<Link, 'enters' | 'endsAt' | 'ends' | 'lineTime'>,
    path?: Path,
  ) {
    this.path = path ?? pathOf(scenario, () => world.clock.now());
  }

  /** Takes a packet that event `sent` began and that would arrive at `arrivesAt` by itself. */
  carry(packet: Packet, sent: number, arrivesAt: Micros, arrive: Arrive): void {
    const { clock } = this.world;
    const crossing = { packet, sent, arrivesAt, arrive };
    const fate = this.path(packet);
    const halfway = Math.ceil((clock.now() + arrivesAt) / 2);
    if (fate.copied) clock.schedule(halfway - clock.now(), () => this.copy(crossing, fate));
    const at = this.arrivalTime(crossing, fate);
    const stream = `${packet.connection} ${packet.direction}`;
    const overtaken = this.waiting.get(stream);
    this.waiting.delete(stream);
    if (!fate.frame) this.link.endsAt(halfway, sent, () => this.drop(crossing, fate));
    else if (fate.letsPass !== undefined) this.wait(stream, crossing, fate.frame, at + fate.letsPass);
    else this.link.endsAt(at, sent, () => this.deliver(crossing, fate.frame!, (fate.late ?? 0) > 0));
    // Ahead of the packet after that, which the line brings one line time later.
    if (overtaken) clock.schedule(Math.floor(at + overtaken.lineTime / 2) - clock.now(), overtaken.letGo);
  }

  /** Those that come late by themselves hold up nobody behind them. */
  private arrivalTime({ packet: { direction }, arrivesAt }: Crossing, { jitter = 0, late = 0 }: Fate): Micros {
    const inOrder = Math.max(this.lastAt[direction], arrivesAt + jitter);
    this.lastAt[direction] = inOrder;
    return inOrder + late;
  }

  private deliver({ packet, arrive, arrivesAt }: Crossing, frame: Uint8Array, heldUp = false): void {
    const { clock, recorder } = this.world;
    if (heldUp) (recorder.packets[packet.id] as Recorded<Packet>).heldUp = clock.now() - arrivesAt;
    arrive(packet, frame);
  }

  private wait(stream: string, crossing: Crossing, frame: Uint8Array, until: Micros): void {
    const { clock } = this.world;
    let isWaiting = true;
    const letGo = () => {
      // The next one may be about to pass when its patience ends.
      if (!isWaiting) return;
      isWaiting = false;
      if (this.waiting.get(stream)?.letGo === letGo) this.waiting.delete(stream);
      clock.cancel(patience);
      this.link.ends(crossing.sent, () => this.deliver(crossing, frame, true));
    };
    const patience = clock.schedule(until - clock.now(), letGo);
    this.waiting.set(stream, { letGo, lineTime: this.link.lineTime(crossing.packet) });
  }

  private drop({ packet, sent }: Crossing, { why = 'loss' }: Fate): void {
    const { recorder } = this.world;
    recorder.record('link', placeOf(recorder.events[sent]), { type: 'dropped', packet: packet.id, why });
  }

  /** The copy is a packet of its own, which goes on from here. Its payload is not new, unless the first gets lost. */
  private copy({ packet, sent, arrivesAt, arrive }: Crossing, { frame }: Fate): void {
    const { clock, recorder } = this.world;
    const { id, arrivedAt, ...rest } = packet;
    recorder.because(sent, () => {
      const copy = recorder.addPacket({ ...rest, copyOf: id, sentAt: clock.now(), ...(frame && { repeats: true }) });
      const split = recorder.record('link', placeOf(recorder.events[sent]), { type: 'sent', packet: copy.id });
      this.link.enters(split);
      this.link.endsAt(Math.ceil(arrivesAt + this.link.lineTime(packet)), split, () => arrive(copy, copy.bytes));
    });
  }
}

function placeOf({ exchange, attempt, connection }: TraceEvent): EventPlace {
  return { exchange, attempt, connection };
}
