// What the halves of an endpoint share: the control block, and the way out.
import type { SendingOccasion } from '../../trace/trace';
import type { VirtualClock } from '../virtual-clock';
import type { ControlBlock } from './control-block';
import type { SeqNumber } from './seq-number';

export interface Shared {
  block: ControlBlock;
  readonly clock: VirtualClock;
  /** Sends a segment, by default the next one in sequence. `occasion`: when it is not in the ordinary course. */
  send(flags: number, payload?: Uint8Array, seq?: SeqNumber, occasion?: SendingOccasion): void;
  /** Records that a timer has fired, and does `task` because of it. `cause`: the event that set the timer. */
  timerFired(timer: string, cause: number | undefined, task: () => void): void;
  /** The event that what happens now is due to. */
  cause(): number | undefined;
  /** The reading of this host's clock for timestamps. */
  timestamp(): number;
  /** Nothing that was sent is acknowledged any more: the connection fails. */
  giveUp(): void;
}
