// The machines of the run, one at a time: which state each is in, how it came there, and its chart.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useMemo } from 'react';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { protocolById } from '../../protocols';
import { flagsText } from '../../trace/journeys';
import { momentAt } from '../../trace/moment';
import type { Trace } from '../../trace/trace';
import { IconButton } from '../../ui/Button';
import { ActorPicker } from './ActorPicker';
import { ChartDrawing } from './ChartDrawing';
import { historyOf, nextEntry, type TransitionEvent, transitionsOf } from './history';
import { chartOfActor } from './placed-charts';
import styles from './Statecharts.module.css';
import { StateList } from './StateList';
import { followedActor, useShownActor } from './shown-actor';
import { type ChartId, isStreamEnd, STREAM_ENDS, streamTransitions } from './stream-charts';
import { type StatechartTexts, texts } from './text';
import { nameIn } from './words';

const COLOUR: Readonly<Record<ChartId, string>> = {
  client: 'var(--client)',
  clientStub: 'var(--cstub)',
  clientTcp: 'var(--net)',
  link: 'var(--net)',
  serverTcp: 'var(--net)',
  serverStub: 'var(--sstub)',
  server: 'var(--server)',
  clientStream: 'var(--l-http)',
  serverStream: 'var(--l-http)',
};

export function Statecharts() {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const moveTo = usePlayback(state => state.moveTo);
  const moment = useMemo(() => momentAt(trace, seq), [trace, seq]);
  const streams = protocolById(trace.protocol)?.layers.includes('http2') ? STREAM_ENDS : [];
  const chosen = usePinnedActor();
  const pinned = chosen && isStreamEnd(chosen) && streams.length === 0 ? undefined : chosen;
  const followed = followedActor(trace, moment);
  const actor = pinned ?? followed;

  const chart = chartOfActor(actor);
  const all = useMemo(() => allTransitions(trace, actor), [trace, actor]);
  const history = useMemo(() => historyOf(all, initialState(trace, actor), seq), [all, trace, actor, seq]);
  const states: Partial<Record<ChartId, string>> = { ...moment.states };
  for (const end of streams) states[end] = historyOf(allTransitions(trace, end), initialState(trace, end), seq).current;

  const goTo = (event: TransitionEvent | undefined) => event && (() => moveTo(event.seq));
  const onChoose = (state: string) => goTo(nextEntry(all, state, seq));
  const { label, text } = t.states[actor][history.current] ?? { label: history.current, text: '' };
  const visited = [...history.visited].map(state => t.states[actor][state]?.label ?? state);
  return (
    <div className={styles.view} style={{ '--actor': COLOUR[actor] } as CSSProperties}>
      <ActorPicker pinned={pinned} followed={followed} states={states} onChoose={chooseActor} />
      <div className={styles.now}>
        <div className={styles.words}>
          <p>
            <b className={styles.current}>{label}</b> {text}
          </p>
          <Cause trace={trace} actor={actor} transition={history.taken[history.taken.length - 1]} />
        </div>
        <StepButton label={t.previous} icon={<ChevronLeft />} go={goTo(all.findLast(event => event.seq < seq))} />
        <StepButton label={t.next} icon={<ChevronRight />} go={goTo(all.find(event => event.seq > seq))} />
      </div>
      <ChartDrawing
        key={actor}
        actor={actor}
        history={history}
        description={t.drawing(t.actors[actor], chart.states.length, label, visited.join(', '))}
        explain={state => t.states[actor][state]?.text ?? ''}
        onChoose={onChoose}
      />
      <StateList actor={actor} chart={chart} history={history} onChoose={onChoose} />
    </div>
  );
}

/** The learner's choice: made here, or by pointing at a component elsewhere. */
function usePinnedActor(): ChartId | undefined {
  const selection = usePlayback(state => state.selection);
  useEffect(() => {
    if (selection?.kind === 'actor') useShownActor.setState({ pinned: selection.actor });
  }, [selection]);
  return useShownActor(state => state.pinned);
}

function allTransitions(trace: Trace, id: ChartId): readonly TransitionEvent[] {
  return isStreamEnd(id) ? streamTransitions(trace, id) : transitionsOf(trace, id);
}

function initialState(trace: Trace, id: ChartId): string {
  return isStreamEnd(id) ? 'idle' : trace.initialStates[id];
}

function chooseActor(actor: ChartId | undefined): void {
  const { select, selection } = usePlayback.getState();
  useShownActor.setState({ pinned: actor });
  if (actor && !isStreamEnd(actor)) select({ kind: 'actor', actor });
  else if (selection?.kind === 'actor') select(undefined);
}

function StepButton(props: { readonly label: string; readonly icon: ReactNode; readonly go?: () => void }) {
  return (
    <IconButton label={props.label} icon={props.icon} disabled={!props.go} onClick={props.go} data-print="never" />
  );
}

/** "active OPEN · CLOSED → SYN-SENT · 0.5 ms", and what brought it about. */
function Cause({
  trace,
  actor,
  transition,
}: {
  readonly trace: Trace;
  readonly actor: ChartId;
  readonly transition: TransitionEvent | undefined;
}) {
  const t = useTexts(texts);
  const locale = useLocale();
  if (!transition) return <p className={styles.cause}>{t.notYet}</p>;
  const { from, to, event, at } = transition;
  const label = (state: string) => t.states[actor][state]?.label ?? state;
  const because = causeOf(t, trace, transition);
  return (
    <p className={styles.cause}>
      <b>{nameIn(t, event)}</b> · {label(from)} → {label(to)} · {formatMicros(at, locale)}
      {because && ` · ${because}`}
    </p>
  );
}

/** What brought the transition about, where that is not plain from its event's name. */
function causeOf(t: StatechartTexts, trace: Trace, { cause }: TransitionEvent): string | undefined {
  const event = cause === undefined ? undefined : trace.events[cause];
  if (event?.type === 'arrived') return t.because.arrived(flagsText(trace.packets[event.packet]));
  if (event?.type === 'timer') return t.because.timer(event.timer);
  if (event?.type === 'transition') {
    return t.because.transition(t.actors[event.actor], t.states[event.actor][event.to]?.label ?? event.to);
  }
  return undefined;
}
