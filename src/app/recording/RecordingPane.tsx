// What is recorded: the file, its connections to choose from, and what is known of the one on screen.
import { useEffect, useState } from 'react';
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import { useProblemSentence } from '../../i18n/use-problem-sentence';
import { usePlayback } from '../../playback/store';
import { protocolById, protocols } from '../../protocols';
import type { Protocol } from '../../protocols/protocol';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { chooseCapture } from '../capture-desk';
import { ConversationList } from './ConversationList';
import { useExplained } from './explained';
import styles from './RecordingPane.module.css';
import { backToSimulation, knownProtocols, showConversation, useRecording } from './recording';
import { texts } from './text';

/** The choice of no protocol at all. */
const NONE = 'none';

export function RecordingPane() {
  const t = useTexts(texts);
  const locale = useLocale();
  const sentence = useProblemSentence();
  const open = useRecording(state => state.open);
  const known = useKnownProtocols();
  const work = useWork();
  if (!open) return null;
  const { name, capture, chosen } = open;
  const { conversations, ignored, problem } = capture;
  return (
    <div className={styles.pane}>
      <h2 className={styles.name}>{name}</h2>
      <div className={styles.row}>
        <Button kind="primary" onClick={backToSimulation}>
          {t.back}
        </Button>
        <Button onClick={chooseCapture}>{t.another}</Button>
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t.damaged} {sentence(problem)}
        </p>
      )}
      <h3>{t.conversations(formatCount(conversations.length, locale))}</h3>
      <ConversationList
        conversations={conversations}
        known={known}
        chosen={chosen}
        onChoose={index => work.begin(progress => showConversation(index, progress))}
      />
      {ignored > 0 && <p className={styles.quiet}>{t.ignored(formatCount(ignored, locale))}</p>}
      {work.done !== undefined && <progress value={work.done} aria-label={t.reading} />}
      <Parts
        onPart={from => work.begin(progress => showConversation(chosen, progress, { protocol: open.protocol }, from))}
      />
      <Shown onProtocol={protocol => work.begin(progress => showConversation(chosen, progress, { protocol }))} />
      <p className={styles.quiet}>{t.note}</p>
    </div>
  );
}

/** Which part of a long connection is on screen, and the ways to its neighbours. */
function Parts({ onPart }: { readonly onPart: (from: number) => void }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const part = usePlayback(state => state.trace.recording?.part);
  const starts = useRecording(state => state.open?.starts ?? []);
  if (!part || part.to - part.from === part.all) return null;
  const before = starts.at(-2);
  return (
    <div className={styles.row}>
      <span>
        {t.part(formatCount(part.from + 1, locale), formatCount(part.to, locale), formatCount(part.all, locale))}
      </span>
      <Button disabled={before === undefined} onClick={() => onPart(before!)}>
        {t.earlier}
      </Button>
      <Button disabled={part.to >= part.all} onClick={() => onPart(part.to)}>
        {t.later}
      </Button>
    </div>
  );
}

/** The connection on screen, and the choice of what it is read as. */
function Shown({ onProtocol }: { readonly onProtocol: (protocol: Protocol | undefined) => void }) {
  const t = useTexts(texts);
  const locale = useLocale();
  const trace = usePlayback(state => state.trace);
  const protocol = useRecording(state => state.open?.protocol);
  const byHand = useRecording(state => state.open?.byHand);
  const explained = useExplained(trace);
  const { c2s, s2c } = trace.recording?.missing ?? { c2s: 0, s2c: 0 };
  const label = (id: string, title: string) => (id === protocol?.id && !byHand ? t.recognised(title) : title);
  return (
    <>
      <Select
        label={t.protocol}
        value={protocol?.id ?? NONE}
        options={[
          { value: NONE, label: byHand ? t.none : t.notRecognised },
          ...protocols.map(({ id, title }) => ({ value: id, label: label(id, title) })),
        ]}
        onChange={id => onProtocol(protocolById(id)?.implementation.get())}
      />
      <ul className={styles.facts}>
        <li>{t.messages(formatCount(trace.messages.length, locale), formatCount(callCount(trace), locale))}</li>
        {explained !== undefined && <li>{t.explained(`${Math.floor(explained * 1000) / 10} %`)}</li>}
        {c2s + s2c > 0 && <li>{t.missing(formatCount(c2s + s2c, locale))}</li>}
      </ul>
    </>
  );
}

function callCount({ exchanges }: { readonly exchanges: readonly { readonly calls: readonly unknown[] }[] }): number {
  return exchanges.reduce((sum, { calls }) => sum + calls.length, 0);
}

function useKnownProtocols(): readonly Protocol[] {
  const [known, setKnown] = useState<readonly Protocol[]>([]);
  useEffect(() => {
    void knownProtocols().then(setKnown);
  }, []);
  return known;
}

/** Work on another connection: how far it is, and what begins it in place of the one under way. */
function useWork() {
  const [done, setDone] = useState<number>();
  const [giveUp, setGiveUp] = useState<AbortController>();
  const begin = (work: (progress: { told: (done: number) => void; signal: AbortSignal }) => Promise<void>) => {
    giveUp?.abort();
    const controller = new AbortController();
    setGiveUp(controller);
    setDone(0);
    const { signal } = controller;
    const told = (share: number) => signal.aborted || setDone(share);
    work({ told, signal }).then(
      () => signal.aborted || setDone(undefined),
      error => {
        if (!signal.aborted) throw error;
      },
    );
  };
  return { done, begin };
}
