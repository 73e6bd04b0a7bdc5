// The server's program as its operating system sees it: it runs, stands still, or is not there.
import { later, type World } from '../world';

export class Process {
  /** Which run of the program it is, counted from 0. */
  private life = 0;
  private isThere = true;
  private standsStill = false;
  private readonly held: (() => void)[] = [];

  constructor(private readonly world: World) {}

  get isRunning(): boolean {
    return this.isThere && !this.standsStill;
  }

  get isGone(): boolean {
    return !this.isThere;
  }

  /** Does `task` in `delay` microseconds: when the program stands still, as soon as it goes on; when it is gone, not at all. */
  later(delay: number, task: () => void): void {
    const goOn = this.ifAlive(task);
    later(this.world, delay, goOn);
  }

  /** `task` as the program at hand does it: not while it stands still, and never when it is gone. */
  ifAlive(task: () => void): () => void {
    const { life } = this;
    return () => {
      if (life !== this.life || !this.isThere) return;
      if (!this.standsStill) task();
      else this.held.push(task);
    };
  }

  standStill(): void {
    this.standsStill = true;
  }

  /** What has fallen due meanwhile is done now, as far as it lets the program run. */
  goOn(): void {
    this.standsStill = false;
    while (this.isRunning && this.held.length > 0) this.held.shift()!();
  }

  end(): void {
    this.isThere = false;
    this.standsStill = false;
    this.held.length = 0;
  }

  start(): void {
    this.isThere = true;
    this.life++;
  }
}
