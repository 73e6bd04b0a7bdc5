// Keeping the place when another run comes on screen: after an edit one looks at the same step of the same call as before.
import { momentAt, type Position, stepEvents } from '../trace/moment';
import { sameOctets } from '../trace/same-octets';
import type { Selection } from '../trace/selection';
import type { Trace } from '../trace/trace';

/** From the beginning of a step, or of the run, up to the next step. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The position in `to` that shows what `position` shows in `from`: the same one as long as both runs are the same, up to event `same`; then same
 * exchange, same step, as far into it; else the same share of the run.
 */
export function samePlace(from: Trace, position: Position, to: Trace, same = 0): Position {
  if (from === to || position < same) return position;
  const here = momentAt(from, position);
  const old = stretchOf(from, here.stepSeq);
  const seq = here.stepSeq === undefined ? undefined : counterpart(from, here.stepSeq, to);
  if (here.stepSeq !== undefined && seq === undefined)
    return (position / (from.events.length - 1)) * (to.events.length - 1);
  const now = stretchOf(to, seq);
  const offset = position - old.from;
  if (now.to - now.from === old.to - old.from || old.to === old.from) return now.from + offset;
  const scaled = (offset / (old.to - old.from)) * (now.to - now.from);
  // Somebody who stands at an event stands at an event afterwards.
  return now.from + (Number.isInteger(position) ? Math.round(scaled) : scaled);
}

/** The step event of `to` that is what `seq` is in `from`: same exchange, same step, the same occurrence of it or else the last one. */
function counterpart(from: Trace, seq: number, to: Trace): number | undefined {
  const original = stepEvents(from).find(event => event.seq === seq)!;
  const alike = (trace: Trace) =>
    stepEvents(trace).filter(event => event.step === original.step && event.exchange === original.exchange);
  const nth = alike(from).findIndex(event => event.seq === seq);
  const found = alike(to);
  return (found[nth] ?? found.at(-1))?.seq;
}

function stretchOf(trace: Trace, stepSeq: number | undefined): Stretch {
  const next = stepEvents(trace).find(event => event.seq > (stepSeq ?? -1));
  return { from: stepSeq ?? 0, to: next?.seq ?? trace.events.length - 1 };
}

/** What `selection` in `from` is in `to`: the same field, wherever it stands there; undefined when it is not there any more. */
export function sameSelection(from: Trace, selection: Selection | undefined, to: Trace): Selection | undefined {
  switch (selection?.kind) {
    case 'packet':
      return to.packets[selection.packet] && selection;
    case 'octets':
      return sameOctets(from, selection, to);
    case 'value':
      return to.exchanges[selection.exchange] && selection;
    default:
      return selection;
  }
}
