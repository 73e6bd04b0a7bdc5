// A timer that is set anew with every segment: cheap to move to a later time, because it looks at the time only when it fires.
import type { Micros } from '../../trace/trace';
import type { Timer, VirtualClock } from '../virtual-clock';

export class Alarm {
  private due: Micros | undefined;
  private timer: Timer | undefined;
  private timerDue: Micros = 0;
  private isAwaited = true;

  constructor(
    private readonly clock: VirtualClock,
    private readonly ring: () => void,
  ) {}

  get isSet(): boolean {
    return this.due !== undefined;
  }

  /** Rings in `delay` microseconds, and not at the time that was set before. The run waits for it, unless that is not `awaited`. */
  set(delay: Micros, awaited = true): void {
    this.due = this.clock.now() + delay;
    if (this.timer && this.timerDue <= this.due && this.isAwaited === awaited) return;
    this.schedule(awaited);
  }

  clear(): void {
    this.due = undefined;
    if (this.timer) this.clock.cancel(this.timer);
    this.timer = undefined;
  }

  private schedule(awaited: boolean): void {
    if (this.due === undefined) return;
    if (this.timer) this.clock.cancel(this.timer);
    this.timerDue = this.due;
    this.isAwaited = awaited;
    this.timer = this.clock.schedule(this.due - this.clock.now(), () => this.fired(), awaited);
  }

  private fired(): void {
    this.timer = undefined;
    if (this.due === undefined) return;
    if (this.clock.now() < this.due) {
      this.schedule(this.isAwaited);
      return;
    }
    this.due = undefined;
    this.ring();
  }
}
