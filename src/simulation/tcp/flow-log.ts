// Notes what one end of a connection knows, whenever that has changed.
import { addFlowSample } from '../../trace/flows';
import type { Recorder } from '../recorder';
import { phaseOf } from './congestion/congestion';
import { type ControlBlock, receiveWindow } from './control-block';
import { plus } from './seq-number';

/** Returns what to call with the control block after each event. */
export function flowLog(
  recorder: Recorder,
  connection: number,
  actor: 'clientTcp' | 'serverTcp',
): (block: ControlBlock) => void {
  let last: ControlBlock | undefined;
  return block => {
    if (block === last || (last && isAlike(block, last))) return;
    last = block;
    const { congestion, roundTrip, sndUna, sndNxt, iss, rcvNxt, irs, sndWnd } = block;
    addFlowSample(recorder.flows, {
      event: recorder.events.length - 1,
      connection,
      actor,
      sndUna: plus(sndUna, -iss),
      sndNxt: plus(sndNxt, -iss),
      rcvNxt: plus(rcvNxt, -irs),
      sendWindow: sndWnd,
      receiveWindow: receiveWindow(block),
      congestionWindow: congestion.window,
      threshold: congestion.threshold === Number.POSITIVE_INFINITY ? undefined : congestion.threshold,
      timeout: roundTrip.timeout,
      roundTrip: roundTrip.smoothed,
      phase: phaseOf(congestion),
    });
  };
}

function isAlike(a: ControlBlock, b: ControlBlock): boolean {
  return (
    a.sndUna === b.sndUna &&
    a.sndNxt === b.sndNxt &&
    a.rcvNxt === b.rcvNxt &&
    a.sndWnd === b.sndWnd &&
    a.rcvEdge === b.rcvEdge &&
    a.congestion === b.congestion &&
    a.roundTrip === b.roundTrip
  );
}
