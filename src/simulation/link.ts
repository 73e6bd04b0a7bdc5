// The path between the hosts: in each direction a queue in front of a line with a bandwidth, and a delay behind it.
import { link as linkMachine } from '../machines/link';
import type { Direction, Micros, Packet } from '../trace/trace';
import { type ActorSystem, type RunActor, runnable } from './actors';
import type { Recorder } from './recorder';
import type { VirtualClock } from './virtual-clock';

const MACHINE = runnable(linkMachine);

/** What becomes of a packet on its way. */
interface Fate {
  /** The frame as it comes out; undefined when it is lost. */
  readonly frame: Uint8Array | undefined;
}

/** Decides the fate of each packet: the place where faults enter the simulation. */
export type Path = (packet: Packet) => Fate;

/** A path on which nothing goes wrong. */
export const faultless: Path = packet => ({ frame: packet.bytes });

export interface LinkSettings {
  /** One way. */
  readonly latency: Micros;
  readonly bitsPerSecond: number;
  readonly path: Path;
}

/** Frames leave in the order in which they enter, one after the other; each arrives when its last bit does. */
export class Link {
  private readonly chart: RunActor;
  /** When the line is free again, in each direction. Not rounded, so that rounding does not add up. */
  private readonly freeAt: Record<Direction, Micros> = { c2s: 0, s2c: 0 };
  private carrying = 0;

  constructor(
    private readonly settings: LinkSettings,
    system: ActorSystem,
    private readonly recorder: Recorder,
    private readonly clock: VirtualClock,
  ) {
    this.chart = system.spawn({ id: 'link', machine: MACHINE, place: () => ({}), effects: {} });
  }

  /** Takes a packet that its host has recorded as sent by event `sent`; `arrive` gets the frame when it is through. */
  carry(packet: Packet, sent: number, arrive: (frame: Uint8Array) => void): void {
    const { recorder, clock, settings } = this;
    const arrivesAt = this.arrivalTime(packet);
    const { frame } = settings.path(packet);
    recorder.because(sent, () => {
      if (this.carrying++ === 0) this.chart.send({ type: 'packet enters' });
    });
    clock.schedule(arrivesAt - clock.now(), () =>
      recorder.because(sent, () => {
        if (frame) arrive(frame);
        if (--this.carrying === 0) this.chart.send({ type: 'link empties' });
      }),
    );
  }

  /** Whole microseconds. Simplified: neither preamble, frame check sequence nor gap between frames take time on the line. */
  private arrivalTime(packet: Packet): Micros {
    const { latency, bitsPerSecond } = this.settings;
    const start = Math.max(this.clock.now(), this.freeAt[packet.direction]);
    const end = start + (packet.bytes.length * 8 * 1_000_000) / bitsPerSecond;
    this.freeAt[packet.direction] = end;
    return Math.ceil(end + latency);
  }
}
