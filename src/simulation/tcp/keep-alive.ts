// Asks a peer that is silent whether it is still there. RFC 9293 §3.8.4, with the pauses of Linux.
import type { Micros } from '../../trace/trace';
import { ACK } from '../../wire/tcp/tcp';
import { Alarm } from './alarm';
import type { Shared } from './half';
import { plus } from './seq-number';

/** From one probe to the next, and how many go without an answer before the peer is taken for gone: tcp_keepalive_intvl, _probes. */
const PAUSE: Micros = 75_000_000;
const MOST_PROBES = 9;
/** Probes that a run waits for: it ends though both sides are silent for ever, and always there. */
const AWAITED_PROBES = 6;
const NO_OCTETS: Uint8Array = new Uint8Array(0);

export class KeepAlive {
  private readonly alarm: Alarm;
  private probes = 0;
  private unanswered = 0;

  constructor(
    private readonly shared: Shared,
    private readonly idle: Micros,
  ) {
    this.alarm = new Alarm(shared.clock, () => this.shared.timerFired('keep-alive', undefined, () => this.probe()));
  }

  /** The connection is open, or something came in from the peer. */
  heard(): void {
    this.unanswered = 0;
    this.alarm.set(this.idle, this.probes < AWAITED_PROBES);
  }

  stop(): void {
    this.alarm.clear();
  }

  private probe(): void {
    const { shared } = this;
    if (this.unanswered >= MOST_PROBES) {
      shared.giveUp();
      return;
    }
    this.unanswered++;
    this.probes++;
    // With something under way the retransmission timer finds out, and sooner.
    if (shared.block.sndUna === shared.block.sndNxt)
      shared.send(ACK, NO_OCTETS, plus(shared.block.sndNxt, -1), 'keep-alive');
    this.alarm.set(PAUSE);
  }
}
