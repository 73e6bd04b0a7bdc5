// The link between the hosts: in each direction a queue in front of a line with a bandwidth, and a delay behind it.
import { link as linkMachine } from '../../machines/link';
import type { Scenario } from '../../scenario/scenario';
import type { Direction, Micros, Packet } from '../../trace/trace';
import { type ActorSystem, type RunActor, runnable } from '../actors';
import type { Recorder } from '../recorder';
import type { VirtualClock } from '../virtual-clock';
import type { Path } from './fate';
import { ROUGH_WAY } from './part';
import type { RoughWay } from './rough-way';

const MACHINE = runnable(linkMachine);

/** What is done with a packet that has come out, and with the frame that came out of it. */
export type Arrive = (packet: Packet, frame: Uint8Array) => void;

export interface LinkWorld {
  readonly system: ActorSystem;
  readonly recorder: Recorder;
  readonly clock: VirtualClock;
}

/** What of a scenario tells how packets fare. */
export type RoughScenario = Pick<Scenario, 'network' | 'faults' | 'impairments' | 'seed'>;

/** Frames leave in the order in which they enter, one after the other; each arrives when its last bit does, if nothing befalls it. */
export class Link {
  private readonly chart: RunActor;
  private readonly roughWay: RoughWay | undefined;
  /** When the line is free again, in each direction. Not rounded, so that rounding does not add up. */
  private readonly freeAt: Record<Direction, Micros> = { c2s: 0, s2c: 0 };
  private carrying = 0;

  /** `path` decides what becomes of each packet; by default what the scenario says. */
  constructor(
    private readonly scenario: RoughScenario,
    private readonly world: LinkWorld,
    path?: Path,
  ) {
    this.chart = world.system.spawn({ id: 'link', machine: MACHINE, place: () => ({}), effects: {} });
    if (path || isRough(scenario)) this.roughWay = new (ROUGH_WAY.get())(scenario, world, this, path);
  }

  /** Takes a packet that its host has recorded as sent by event `sent`; `arrive` gets what comes out of it, when it is through. */
  carry(packet: Packet, sent: number, arrive: Arrive): void {
    const arrivesAt = this.arrivalTime(packet);
    this.enters(sent);
    if (this.roughWay) this.roughWay.carry(packet, sent, arrivesAt, arrive);
    else this.endsAt(arrivesAt, sent, () => arrive(packet, packet.bytes));
  }

  /** One more packet is on its way, which event `sent` began. */
  enters(sent: number): void {
    if (this.carrying++ === 0) this.world.recorder.because(sent, () => this.chart.send({ type: 'packet enters' }));
  }

  /** At `at` the packet of event `sent` is not on its way any more, and `end` says what becomes of it. */
  endsAt(at: Micros, sent: number, end: () => void): void {
    const { clock } = this.world;
    clock.schedule(at - clock.now(), () => this.ends(sent, end));
  }

  /** {@link Link.endsAt} now. */
  ends(sent: number, end: () => void): void {
    this.world.recorder.because(sent, () => {
      end();
      if (--this.carrying === 0) this.chart.send({ type: 'link empties' });
    });
  }

  /** How long the line is busy with a packet. */
  lineTime({ bytes }: Packet): Micros {
    return (bytes.length * 8 * 1_000_000) / this.scenario.network.bandwidth;
  }

  /** Whole microseconds. Simplified: neither preamble, frame check sequence nor gap between frames take time on the line. */
  private arrivalTime(packet: Packet): Micros {
    const start = Math.max(this.world.clock.now(), this.freeAt[packet.direction]);
    const end = start + this.lineTime(packet);
    this.freeAt[packet.direction] = end;
    return Math.ceil(end + this.scenario.network.latency);
  }
}

/** Whether the scenario lets anything befall packets on their way. */
function isRough({ faults, impairments }: RoughScenario): boolean {
  return (
    faults.some(fault => 'packet' in fault || fault.does === 'partition') ||
    Object.values(impairments).some(rate => rate > 0)
  );
}
