// When a recipient lets the sender go on: after half of a window has been used, as nghttp2 does it. RFC 9113 §5.2, §6.9.
import { INITIAL_WINDOW_SIZE } from '../../wire/http2/flow-control';
import { type DataFrame, END_STREAM } from '../../wire/http2/frame';
import type { Outgoing } from '../protocol';
import { control, named } from './outgoing';

export class ReceiveWindows {
  private readonly used = new Map<number, number>();
  private readonly streamSize: number;
  private readonly connectionSize: number;

  /** @param streamSize this end's SETTINGS_INITIAL_WINDOW_SIZE. @param increment what the connection's window was enlarged by. */
  constructor(streamSize = INITIAL_WINDOW_SIZE, increment = 0) {
    this.streamSize = streamSize;
    this.connectionSize = INITIAL_WINDOW_SIZE + increment;
  }

  /** The WINDOW_UPDATEs after a DATA frame: for the connection, and for its stream if more can come on that. */
  after({ streamId, flags, data, padding }: DataFrame): Outgoing[] {
    // The octet of the padding's length counts too. §6.9.1.
    const octets = data.length + (padding ? padding.length + 1 : 0);
    const forConnection = this.update(0, octets, this.connectionSize);
    if (flags & END_STREAM) {
      this.used.delete(streamId);
      return forConnection;
    }
    return [...forConnection, ...this.update(streamId, octets, this.streamSize)];
  }

  private update(streamId: number, octets: number, size: number): Outgoing[] {
    const used = (this.used.get(streamId) ?? 0) + octets;
    const isDue = used > 0 && used >= Math.floor(size / 2);
    this.used.set(streamId, isDue ? 0 : used);
    return isDue ? [control(named({ type: 'WINDOW_UPDATE', streamId, flags: 0, increment: used }))] : [];
  }
}
