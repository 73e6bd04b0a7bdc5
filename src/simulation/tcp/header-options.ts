// The options of a segment's header, in the order in which Linux writes them. RFC 9293 §3.2, RFC 7323 appendix A, RFC 2018 §3.
import type { SackBlock, TcpOption } from '../../wire/tcp/options';
import type { ControlBlock } from './control-block';
import { sackBlocks } from './reassembly';

const NOP: TcpOption = { kind: 'nop' };
/** SACK blocks that the header has room for. RFC 2018 §3. */
const MOST_BLOCKS = 4;
const MOST_BLOCKS_WITH_TIMESTAMPS = 3;

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
  const blocks = blocksToTell(block);
  if (blocks.length > 0) options.push(NOP, NOP, { kind: 'sack', blocks });
  return options;
}

/** Octets of options that a segment carries because something is missing: less room for data. */
export function sackLength(block: ControlBlock): number {
  const { length } = blocksToTell(block);
  return length === 0 ? 0 : 4 + 8 * length;
}

/** First what has come in twice (RFC 2883 §4), then what waits behind gaps. */
function blocksToTell({ extensions, duplicate, reassembly }: ControlBlock): readonly SackBlock[] {
  if (!extensions.sack || (!duplicate && reassembly.pieces.length === 0)) return NO_BLOCKS;
  const most = extensions.timestamps ? MOST_BLOCKS_WITH_TIMESTAMPS : MOST_BLOCKS;
  const blocks = sackBlocks(reassembly, most);
  return duplicate ? [duplicate, ...blocks].slice(0, most) : blocks;
}

const NO_BLOCKS: readonly SackBlock[] = [];
