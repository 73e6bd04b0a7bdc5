// How a sender finds out that something was lost, and mends it: fast retransmit and fast recovery (RFC 5681 §3.2), without SACK as
// NewReno (RFC 6582), with SACK by the scoreboard of RFC 6675; and after the timer ran out (RFC 5681 §3.1, §3.2).
// Simplified: Linux sends by time what it takes for lost (RACK, RFC 8985), and less at a time during recovery (PRR, RFC 9937).
import type { Micros } from '../../trace/trace';
import type { SackBlock } from '../../wire/tcp/options';
import type { Congestion } from './congestion/congestion';
import type { CongestionControl } from './congestion/congestion-control';
import { type ControlBlock, octetsInFlight } from './control-block';
import type { RetransmissionQueue, SentSegment } from './retransmission-queue';
import { backedOff } from './round-trip';
import { distance } from './seq-number';

/** Duplicate acknowledgments that tell of a loss. RFC 5681 §3.2, RFC 6675 §2. */
const DUP_THRESH = 3;

/** What an acknowledgment says, compared with what was known before. */
export interface News {
  /** Octets that it acknowledges for the first time. */
  readonly acknowledged: number;
  /** It repeats the last one: RFC 5681 §2. */
  readonly isDuplicate: boolean;
  readonly sacks: readonly SackBlock[];
  readonly now: Micros;
}

/** An acknowledgment came in, and `queue` is without what it acknowledges. Marks in the queue what is to be sent again. */
export function acknowledgmentArrives(
  block: ControlBlock,
  queue: RetransmissionQueue,
  control: CongestionControl,
  news: News,
): ControlBlock {
  const learnt = markSacked(block, queue, news.sacks);
  const isDuplicate = block.extensions.sack ? learnt && news.acknowledged === 0 : news.isDuplicate;
  const { congestion } = block;
  if (congestion.recovery === 'fast recovery')
    return { ...block, congestion: recovering(block, queue, news, isDuplicate) };
  const duplicateAcks = isDuplicate ? congestion.duplicateAcks + 1 : congestion.duplicateAcks;
  const next = news.acknowledged > 0 ? advanced(block, control, news) : { ...congestion, duplicateAcks };
  const told = { ...block, congestion: next };
  return next.recovery === 'none' && isLossTold(told, queue) ? beginFastRecovery(told, queue, control) : told;
}

/** The retransmission timer ran out: everything that the peer is not known to have is taken for lost. RFC 5681 equation 4, RFC 6298 (5.4) to (5.6). */
export function timerRunsOut(
  block: ControlBlock,
  queue: RetransmissionQueue,
  control: CongestionControl,
): ControlBlock {
  const { segmentSize, congestion } = block;
  const isFirst = congestion.recovery !== 'loss';
  const yielded = isFirst ? control.yields(congestion, octetsInFlight(block), segmentSize) : congestion;
  queue.mark(segment => (segment.sacked ? segment : { ...segment, lost: true, resent: false }));
  return {
    ...block,
    roundTrip: backedOff(block.roundTrip),
    congestion: {
      ...yielded,
      window: segmentSize,
      duplicateAcks: 0,
      recovery: 'loss',
      recoveryPoint: block.sndNxt,
    },
  };
}

/** The next segment that is to be sent again, if the congestion window lets it. RFC 6675 §4, NextSeg, rule 1. */
export function nextLost(queue: RetransmissionQueue): SentSegment | undefined {
  return queue.all.find(({ lost, resent, sacked }) => lost && !resent && !sacked);
}

/** A segment in a gap that may be lost, for want of anything better to send. RFC 6675 §4, NextSeg, rule 3. */
export function nextInGap(queue: RetransmissionQueue): SentSegment | undefined {
  const { all } = queue;
  const at = all.findIndex(({ resent, sacked }) => !resent && !sacked);
  return all.some(({ sacked }, index) => index > at && sacked) ? all[at] : undefined;
}

/** Octets that are taken to be in the network. RFC 6675 §4, SetPipe; NewReno counts all, and widens its window instead. */
export function pipe(block: ControlBlock, queue: RetransmissionQueue): number {
  const { congestion, extensions, segmentSize } = block;
  if (congestion.recovery === 'none' && !extensions.sack)
    // Limited transmit: each of the first two duplicates lets a new segment go. RFC 3042.
    return octetsInFlight(block) - Math.min(congestion.duplicateAcks, DUP_THRESH - 1) * segmentSize;
  if (congestion.recovery === 'fast recovery' && !extensions.sack) return octetsInFlight(block);
  let octets = 0;
  for (const segment of queue.all)
    if (!segment.sacked && (!segment.lost || segment.resent)) octets += distance(segment.end, segment.seq);
  return octets;
}

/** Marks what the peer says that it has, and what follows from that. Whether anything was new. RFC 6675 §4, Update. */
function markSacked(block: ControlBlock, queue: RetransmissionQueue, sacks: readonly SackBlock[]): boolean {
  // A block before the acknowledged octets tells of a duplicate: RFC 2883 §4.
  const blocks = sacks.filter(
    ({ left, right }) =>
      distance(left, block.sndUna) >= 0 && distance(right, left) > 0 && distance(block.sndNxt, right) >= 0,
  );
  const isNew = (segment: SentSegment) =>
    !segment.sacked &&
    blocks.some(({ left, right }) => distance(segment.seq, left) >= 0 && distance(right, segment.end) >= 0);
  if (!queue.all.some(isNew)) return false;
  queue.mark(segment => (isNew(segment) ? { ...segment, sacked: true } : segment));
  return true;
}

/** RFC 6675 §4, IsLost: enough has come in that was sent later. */
function markLost({ segmentSize }: ControlBlock, queue: RetransmissionQueue): void {
  let octetsAbove = 0;
  let runsAbove = 0;
  let above: SentSegment | undefined;
  const lost = new Set<SentSegment>();
  for (let i = queue.all.length - 1; i >= 0; i--) {
    const segment = queue.all[i];
    if (segment.sacked) {
      if (!above?.sacked) runsAbove++;
      octetsAbove += distance(segment.end, segment.seq);
    } else if (runsAbove >= DUP_THRESH || octetsAbove > (DUP_THRESH - 1) * segmentSize) lost.add(segment);
    above = segment;
  }
  queue.mark(segment => (lost.has(segment) && !segment.lost ? { ...segment, lost: true } : segment));
}

function isLossTold(block: ControlBlock, queue: RetransmissionQueue): boolean {
  const { congestion, extensions, sndUna } = block;
  if (queue.isEmpty) return false;
  if (extensions.sack) {
    markLost(block, queue);
    return congestion.duplicateAcks >= DUP_THRESH || queue.head?.lost === true;
  }
  // RFC 6582 §3.2, step 1: duplicates of what was sent before the last recovery tell nothing of a new loss.
  return congestion.duplicateAcks === DUP_THRESH && distance(sndUna, congestion.recoveryPoint) >= 0;
}

/** RFC 5681 §3.2, steps 2 and 3; RFC 6582 §3.2; RFC 6675 §5, step 4. */
function beginFastRecovery(block: ControlBlock, queue: RetransmissionQueue, control: CongestionControl): ControlBlock {
  const { segmentSize, extensions } = block;
  const yielded = control.yields(block.congestion, octetsInFlight(block), segmentSize);
  const inflation = extensions.sack ? 0 : DUP_THRESH * segmentSize;
  markHeadLost(queue);
  return {
    ...block,
    congestion: {
      ...yielded,
      window: yielded.threshold + inflation,
      recovery: 'fast recovery',
      recoveryPoint: block.sndNxt,
    },
  };
}

function markHeadLost(queue: RetransmissionQueue): void {
  const { head } = queue;
  if (head && !head.lost) queue.replace(head, { ...head, lost: true });
}

function recovering(block: ControlBlock, queue: RetransmissionQueue, news: News, isDuplicate: boolean): Congestion {
  const { congestion, segmentSize, extensions, sndUna } = block;
  if (distance(sndUna, congestion.recoveryPoint) >= 0) return recovered(congestion);
  if (extensions.sack) markLost(block, queue);
  if (extensions.sack) return congestion;
  if (news.acknowledged > 0) {
    // A partial acknowledgment: what comes next is lost too. RFC 6582 §3.2, step 3.
    markHeadLost(queue);
    const deflated = congestion.window - news.acknowledged + (news.acknowledged >= segmentSize ? segmentSize : 0);
    return { ...congestion, window: Math.max(segmentSize, deflated) };
  }
  // Each duplicate is a segment that has left the network. RFC 5681 §3.2, step 4.
  return isDuplicate ? { ...congestion, window: congestion.window + segmentSize } : congestion;
}

function recovered(congestion: Congestion): Congestion {
  return { ...congestion, window: congestion.threshold, recovery: 'none', duplicateAcks: 0 };
}

/** New octets are acknowledged, outside of fast recovery: the window grows. */
function advanced(block: ControlBlock, control: CongestionControl, { acknowledged, now }: News): Congestion {
  const { congestion, segmentSize, roundTrip, sndUna } = block;
  const isOver = congestion.recovery === 'loss' && distance(sndUna, congestion.recoveryPoint) >= 0;
  const settled: Congestion = { ...congestion, duplicateAcks: 0, recovery: isOver ? 'none' : congestion.recovery };
  const bySlowStart = Math.max(0, Math.min(acknowledged, settled.threshold - settled.window));
  const started = { ...settled, window: settled.window + bySlowStart };
  const rest = acknowledged - bySlowStart;
  return rest > 0 ? control.probes(started, rest, segmentSize, now, roundTrip.smoothed ?? 0) : started;
}
