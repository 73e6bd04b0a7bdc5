// The drawing of one machine: where it is, where it has been, and which way it came.
import { useEffect, useId, useMemo, useRef } from 'react';
import { useLocale, useTexts } from '../../i18n/locale';
import { scrollWithin } from '../../ui/scroll-within';
import { useElementWidth } from '../../ui/use-element-width';
import { usePrefersReducedMotion } from '../../ui/use-media-query';
import styles from './ChartDrawing.module.css';
import { arrowFor, MOST_STATES } from './chart';
import type { History } from './history';
import type { PlacedState, PlacedTransition } from './layout';
import { chartOfActor, placeAhead, placedChart } from './placed-charts';
import { LABEL_LINE, LABEL_TEXT, STATE_TEXT } from './rows';
import type { ChartId } from './stream-charts';
import { texts } from './text';

interface ChartDrawingProps {
  readonly actor: ChartId;
  readonly history: History;
  /** Says the same in a sentence. */
  readonly description: string;
  /** Explains a state while the pointer rests on it. */
  readonly explain: (state: string) => string;
  /** What a press on a state does; undefined where it does nothing. */
  readonly onChoose: (state: string) => (() => void) | undefined;
}

export function ChartDrawing({ actor, history, description, explain, onChoose }: ChartDrawingProps) {
  const [measure, width] = useElementWidth<HTMLDivElement>();
  const pane = useRef<HTMLDivElement>(null);
  const smooth = !usePrefersReducedMotion();
  const arrowheads = useId();
  const t = useTexts(texts);
  const locale = useLocale();
  const placed = width > 0 ? placedChart(actor, locale, width) : undefined;
  const taken = useMemo(() => {
    const chart = chartOfActor(actor);
    return history.taken.map(({ from, to, event }) => arrowFor(chart, from, to, event));
  }, [actor, history]);
  const last = taken[taken.length - 1];

  useEffect(() => (width > 0 ? placeAhead(locale, width) : undefined), [locale, width]);

  const shown = useRef(placed);

  // A new drawing stands at once where it should; on the same one the way from state to state can be followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state to be seen changes with the history and with the drawing.
  useEffect(() => {
    const lit = pane.current?.querySelector('[data-current="true"]');
    if (lit) scrollWithin(pane.current!, lit, smooth && shown.current === placed);
    shown.current = placed;
  }, [history.current, placed]);

  const wayOf = (arrow: PlacedTransition) =>
    arrow.transition === last ? 'last' : taken.includes(arrow.transition) ? 'taken' : 'open';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div ref={pane} className={styles.pane} tabIndex={0} role="group" aria-label={t.chartOf(t.actors[actor])}>
      <div ref={measure} className={styles.width}>
        {placed && (
          <svg
            role="img"
            aria-label={description}
            width={placed.width}
            height={placed.height}
            viewBox={`0 0 ${placed.width} ${placed.height}`}
            className={styles.drawing}
          >
            <defs>
              {['open', 'taken', 'last'].map(way => (
                <Arrowhead key={way} id={`${arrowheads}${way}`} way={way} />
              ))}
            </defs>
            {placed.transitions.map(arrow => (
              <path
                key={arrow.path}
                d={arrow.path}
                className={styles.line}
                data-way={wayOf(arrow)}
                markerEnd={`url(#${arrowheads}${wayOf(arrow)})`}
              />
            ))}
            {placed.states.map(state => (
              <State
                key={state.state.id}
                placed={state}
                history={history}
                explanation={explain(state.state.id)}
                onChoose={onChoose(state.state.id)}
              />
            ))}
            {placed.transitions.map(arrow => (
              <Words key={arrow.path} arrow={arrow} way={wayOf(arrow)} />
            ))}
          </svg>
        )}
      </div>
    </div>
  );
}

function Arrowhead({ id, way }: { readonly id: string; readonly way: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0.5 8 4 0 7.5z" className={styles.head} data-way={way} />
    </marker>
  );
}

interface StateProps {
  readonly placed: PlacedState;
  readonly history: History;
  readonly explanation: string;
  readonly onChoose: (() => void) | undefined;
}

function State({ placed, history, explanation, onChoose }: StateProps) {
  const { state, label, x, y, width, height } = placed;
  const current = history.current === state.id;
  const around = history.current.startsWith(`${state.id}.`);
  const nameY = state.kind === 'compound' ? y + 16 : y + height / 2;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; the list below does it for keyboards.
    <g
      className={styles.state}
      data-current={current}
      data-around={around}
      data-visited={history.visited.has(state.id)}
      data-kind={state.kind}
      data-leads={onChoose !== undefined}
      onClick={onChoose}
    >
      <title>{explanation}</title>
      <rect x={x} y={y} width={width} height={height} rx={8} className={styles.box} />
      {state.kind === 'final' && (
        <rect x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx={5} className={styles.inner} />
      )}
      {state.initial && <path d={`M${x + 7} ${y + height / 2 - 4}l6 4l-6 4z`} className={styles.initial} />}
      <text x={x + width / 2} y={nameY} fontSize={STATE_TEXT} className={styles.name}>
        {label}
      </text>
    </g>
  );
}

function Words({ arrow, way }: { readonly arrow: PlacedTransition; readonly way: string }) {
  const { x, y, width, height, lines } = arrow.label;
  const first = y + (height - lines.length * LABEL_LINE) / 2 + LABEL_LINE / 2;
  return (
    <g className={styles.words} data-way={way} data-common={arrow.transition.from === MOST_STATES}>
      <rect x={x} y={y} width={width} height={height} rx={4} className={styles.ground} />
      <text fontSize={LABEL_TEXT}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
          <tspan key={i} x={x + width / 2} y={first + i * LABEL_LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
