// The machines of the run, one at a time: which state each is in, how it came there, and its chart.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useMemo } from 'react';
import { formatMicros } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { flagsText } from '../../trace/journeys';
import { momentAt } from '../../trace/moment';
import type { ActorId, Trace } from '../../trace/trace';
import { IconButton } from '../../ui/Button';
import { ActorPicker } from './ActorPicker';
import { ChartDrawing } from './ChartDrawing';
import { historyOf, nextEntry, type TransitionEvent, transitionsOf } from './history';
import { chartOfActor } from './placed-charts';
import styles from './Statecharts.module.css';
import { StateList } from './StateList';
import { followedActor, useShownActor } from './shown-actor';
import { type StatechartTexts, texts } from './text';
import { nameIn } from './words';

const COLOUR: Readonly<Record<ActorId, string>> = {
  client: 'var(--client)',
  clientStub: 'var(--cstub)',
  clientTcp: 'var(--net)',
  link: 'var(--net)',
  serverTcp: 'var(--net)',
  serverStub: 'var(--sstub)',
  server: 'var(--server)',
};

export function Statecharts() {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const moveTo = usePlayback(state => state.moveTo);
  const moment = useMemo(() => momentAt(trace, seq), [trace, seq]);
  const pinned = usePinnedActor();
  const followed = followedActor(trace, moment);
  const actor = pinned ?? followed;

  const chart = chartOfActor(actor);
  const all = useMemo(() => transitionsOf(trace, actor), [trace, actor]);
  const history = useMemo(() => historyOf(all, trace.initialStates[actor], seq), [all, trace, actor, seq]);

  const goTo = (event: TransitionEvent | undefined) => event && (() => moveTo(event.seq));
  const onChoose = (state: string) => goTo(nextEntry(all, state, seq));
  const { label, text } = t.states[actor][history.current] ?? { label: history.current, text: '' };
  const visited = [...history.visited].map(state => t.states[actor][state]?.label ?? state);
  return (
    <div className={styles.view} style={{ '--actor': COLOUR[actor] } as CSSProperties}>
      <ActorPicker pinned={pinned} followed={followed} states={moment.states} onChoose={chooseActor} />
      <div className={styles.now}>
        <div className={styles.words}>
          <p>
            <b className={styles.current}>{label}</b> {text}
          </p>
          <Cause trace={trace} transition={history.taken[history.taken.length - 1]} />
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
function usePinnedActor(): ActorId | undefined {
  const selection = usePlayback(state => state.selection);
  useEffect(() => {
    if (selection?.kind === 'actor') useShownActor.setState({ pinned: selection.actor });
  }, [selection]);
  return useShownActor(state => state.pinned);
}

function chooseActor(actor: ActorId | undefined): void {
  const { select, selection } = usePlayback.getState();
  useShownActor.setState({ pinned: actor });
  if (actor) select({ kind: 'actor', actor });
  else if (selection?.kind === 'actor') select(undefined);
}

function StepButton(props: { readonly label: string; readonly icon: ReactNode; readonly go?: () => void }) {
  return (
    <IconButton label={props.label} icon={props.icon} disabled={!props.go} onClick={props.go} data-print="never" />
  );
}

/** "active OPEN · CLOSED → SYN-SENT · 0.5 ms", and what brought it about. */
function Cause({ trace, transition }: { readonly trace: Trace; readonly transition: TransitionEvent | undefined }) {
  const t = useTexts(texts);
  const locale = useLocale();
  if (!transition) return <p className={styles.cause}>{t.notYet}</p>;
  const { actor, from, to, event, at } = transition;
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
  if (event?.type === 'arrived') return t.because.arrived(flagsText(trace.packets[event.packet].segment));
  if (event?.type === 'timer') return t.because.timer(event.timer);
  if (event?.type === 'transition') {
    return t.because.transition(t.actors[event.actor], t.states[event.actor][event.to]?.label ?? event.to);
  }
  return undefined;
}
