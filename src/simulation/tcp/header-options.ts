// The options of a segment's header, in the order in which Linux writes them. RFC 9293 §3.2, RFC 7323 appendix A, RFC 2018 §3.
import type { TcpOption } from '../../wire/tcp/options';
import { type ControlBlock, tellsSack } from './control-block';
import { trouble } from './on-demand';

const NOP: TcpOption = { kind: 'nop' };

/** The options of a SYN, or of its answer: what this side offers, or what both want. */
export function synOptions(block: ControlBlock, timestamp: number): TcpOption[] {
  const { timestamps, sack, rcvShift } = block.extensions;
  const options: TcpOption[] = [{ kind: 'mss', octets: block.ownMss }];
  if (sack) options.push({ kind: 'sack-permitted' });
  if (sack !== timestamps) options.push(NOP, NOP);
  if (timestamps) options.push({ kind: 'timestamps', value: timestamp, echoReply: block.tsRecent });
  if (rcvShift !== undefined) options.push(NOP, { kind: 'window-scale', shift: rcvShift });
  return options;
}

/** The options of every other segment. */
export function segmentOptions(block: ControlBlock, timestamp: number): TcpOption[] {
  const { timestamps } = block.extensions;
  const options: TcpOption[] = timestamps
    ? [NOP, NOP, { kind: 'timestamps', value: timestamp, echoReply: block.tsRecent }]
    : [];
  if (tellsSack(block)) options.push(NOP, NOP, { kind: 'sack', blocks: trouble.get().blocksToTell(block) });
  return options;
}
