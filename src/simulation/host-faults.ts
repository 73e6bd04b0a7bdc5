// What happens to the hosts, brought about when the scenario says. ADR 10.
import type { ReadingFault, ServerFault } from '../scenario/faults';
import type { Micros } from '../trace/trace';
import type { Timer } from './virtual-clock';
import type { World } from './world';

/** What can be done to a program that reads from sockets. */
export interface ReadingProgram {
  stopReading(): void;
  readOn(): void;
}

/** What can be done to the server. */
export interface FragileServer extends ReadingProgram {
  hang(): void;
  goOn(): void;
  crash(): void;
  powerOff(): void;
  /** The program, and its host, if that is off. */
  start(): void;
  isReachable: boolean;
}

export class HostFaults {
  private readonly timers: Timer[] = [];
  private areAwaited = true;

  constructor(
    private readonly world: World,
    private readonly server: FragileServer,
    client: ReadingProgram,
  ) {
    for (const fault of this.faults()) {
      if (fault.does === 'stop-reading') this.stopReading(fault, fault.host === 'server' ? server : client);
      else if ('at' in fault.when) this.at(fault.when.at, () => this.happens(fault));
    }
  }

  /** A function is about to be executed for the `execution`th time, from 0, or has been. */
  executes(phase: 'before' | 'after', execution: number): void {
    for (const fault of this.faults())
      if ('when' in fault && 'phase' in fault.when && fault.when.phase === phase && fault.when.execution === execution)
        this.happens(fault);
  }

  /** All calls have ended: the run does not go on for what is still to happen to the hosts. */
  noLongerAwaited(): void {
    this.areAwaited = false;
    for (const timer of this.timers) this.world.clock.stopAwaiting(timer);
  }

  private faults(): readonly (ServerFault | ReadingFault)[] {
    return this.world.plan.scenario.faults.filter(fault => 'when' in fault || fault.does === 'stop-reading');
  }

  private stopReading({ from, until }: ReadingFault, program: ReadingProgram): void {
    this.at(from, () => program.stopReading());
    if (until !== undefined) this.at(until, () => program.readOn());
  }

  private happens({ does, lasts }: ServerFault): void {
    const { server } = this;
    const [begin, end] = {
      hang: [() => server.hang(), () => server.goOn()],
      crash: [() => server.crash(), () => server.start()],
      'power-off': [() => server.powerOff(), () => server.start()],
      unreachable: [() => this.setReachable(false), () => this.setReachable(true)],
    }[does];
    begin();
    if (lasts !== undefined) this.in(lasts, end);
  }

  private setReachable(isReachable: boolean): void {
    this.server.isReachable = isReachable;
  }

  private at(time: Micros, task: () => void): void {
    this.in(time - this.world.clock.now(), task);
  }

  private in(delay: Micros, task: () => void): void {
    this.timers.push(this.world.clock.schedule(delay, task, this.areAwaited));
  }
}
