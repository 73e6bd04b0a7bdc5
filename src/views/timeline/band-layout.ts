// What the timeline's band shows and where: phases of the connections, beginnings of steps, labels that do not overlap.
import type { Scale } from '../../playback/scale';
import { restingPlace } from '../../playback/story';
import { stepEvents } from '../../trace/moment';
import { type PhaseKind, phasesOf } from '../../trace/phases';
import type { Trace } from '../../trace/trace';
import { spread } from '../../ui/spread';

/** A phase on the band, in CSS pixels. */
export interface BandPhase {
  readonly kind: PhaseKind;
  readonly key: string;
  readonly x: number;
  readonly width: number;
  /** Middle of the label; undefined when there is no room for it. */
  readonly label: number | undefined;
}

/** The beginning of a step on the band. */
export interface BandTick {
  readonly seq: number;
  readonly step: number;
  readonly x: number;
  readonly label: number | undefined;
}

const TICK_LABEL_WIDTH = 19;
const LABEL_GAP = 10;

/** The phases of `trace` on a band of `width` pixels. One that begins before the last has ended is drawn from that end on. */
export function bandPhases(
  trace: Trace,
  scale: Scale,
  width: number,
  labelWidth: (kind: PhaseKind) => number,
): BandPhase[] {
  const toX = (seq: number) => (scale.startOf(seq) / scale.total) * width;
  let end = 0;
  const drawn = phasesOf(trace).map(({ kind, from, to, connection, message }) => {
    const x = Math.max(end, toX(from));
    end = Math.max(x, toX(to));
    return { kind, key: `${kind} ${connection} ${message ?? ''}`, x, width: end - x };
  });
  const labels = fittingLabels(drawn, width, labelWidth);
  return drawn.map((phase, i) => ({ ...phase, label: labels.get(i) }));
}

/** Labels below their phases. Those that would end up beside their phase are left out, of the narrowest phase first. */
function fittingLabels(
  phases: readonly { readonly kind: PhaseKind; readonly x: number; readonly width: number }[],
  width: number,
  labelWidth: (kind: PhaseKind) => number,
): Map<number, number> {
  let shown = phases.map((_, i) => i);
  while (shown.length > 0) {
    const wanted = shown.map(i => ({
      at: phases[i].x + phases[i].width / 2,
      size: labelWidth(phases[i].kind) + LABEL_GAP,
    }));
    const middles = spread(wanted, 0, width);
    const astray = shown.filter((i, n) => Math.abs(middles[n] - wanted[n].at) > Math.max(24, phases[i].width / 2));
    if (astray.length === 0) return new Map(shown.map((i, n) => [i, middles[n]]));
    const narrowest = astray.reduce((a, b) => (phases[b].width < phases[a].width ? b : a));
    shown = shown.filter(i => i !== narrowest);
  }
  return new Map();
}

/** The beginnings of the steps of `trace`. Where not all numbers have room, only those of the first steps are written. */
export function bandTicks(trace: Trace, scale: Scale, width: number): BandTick[] {
  const steps = stepEvents(trace);
  const toX = (seq: number) => (scale.startOf(seq) / scale.total) * width;
  const ticks = steps.map(({ seq, step }) => ({ seq, step, x: toX(restingPlace(trace, seq)) }));
  const labelled = ticks.length * TICK_LABEL_WIDTH <= width ? ticks : ticks.filter(({ step }) => step === 1);
  if (labelled.length * TICK_LABEL_WIDTH > width) return ticks.map(tick => ({ ...tick, label: undefined }));
  const middles = spread(
    labelled.map(({ x }) => ({ at: x, size: TICK_LABEL_WIDTH })),
    0,
    width,
  );
  return ticks.map(tick => {
    const i = labelled.indexOf(tick);
    return { ...tick, label: i < 0 ? undefined : middles[i] };
  });
}
