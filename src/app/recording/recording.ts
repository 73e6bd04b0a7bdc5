// The capture that is open, and which of its connections is on screen.
import { create } from 'zustand';
import { loadAllParts } from '../../parts/part';
import { scalesOf } from '../../playback/scales';
import { usePlayback } from '../../playback/store';
import { problem } from '../../problem/problem';
import { allProtocols } from '../../protocols';
import type { Protocol } from '../../protocols/protocol';
import { type Capture, openCapture } from '../../recording/open-capture';
import { recognisedEarly } from '../../recording/recognise';
import { recordTrace } from '../../recording/record-trace';
import type { Slices } from '../../recording/slices';
import { journeysOf } from '../../trace/journeys';
import { phasesOf } from '../../trace/phases';
import type { Trace } from '../../trace/trace';
import type { Conversation } from '../../wire/reassembly/conversations';
import { useSession } from '../session';
import { doInSlices } from './do-in-slices';

/** The largest file that is opened, in octets. */
const LARGEST_FILE = 50 * 1024 * 1024;
/** Connections that are looked at to find one that speaks a known protocol. */
const MOST_LOOKED_AT = 200;

interface OpenRecording {
  readonly name: string;
  readonly capture: Capture;
  /** Index of the connection on screen. */
  readonly chosen: number;
  /** The protocol that it is shown as, and whether it was recognised or chosen by hand. */
  readonly protocol: Protocol | undefined;
  readonly byHand: boolean;
  /** The packets with which the part on screen and those before it begin. */
  readonly starts: readonly number[];
}

export const useRecording = create<{ readonly open: OpenRecording | undefined }>()(() => ({ open: undefined }));

// A capture that is no longer on screen is not kept: it may have 50 MB.
usePlayback.subscribe(({ trace }, before) => {
  if (before.trace.recording && !trace.recording) useRecording.setState({ open: undefined });
});

/** What is told of work under way, and what gives it up. */
export interface Progress {
  readonly told: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Opens `file` and shows its first connection in a known protocol. Throws a ProblemError when there is nothing in it to show. */
export async function openFile(file: File, { told, signal }: Progress): Promise<void> {
  if (file.size > LARGEST_FILE)
    throw problem('recording.too-large', { size: megabytes(file.size), limit: megabytes(LARGEST_FILE) });
  const octets = new Uint8Array(await file.arrayBuffer());
  const known = await knownProtocols();
  signal.throwIfAborted();
  const capture = await doInSlices(openCapture(octets), done => told(done / 2), signal);
  const chosen = await firstKnown(capture, known, signal);
  const { trace, protocol } = await traced(capture.conversations[chosen], known, undefined, {
    told: done => told(0.5 + done / 2),
    signal,
  });
  useRecording.setState({ open: { name: file.name, capture, chosen, protocol, byHand: false, starts: [0] } });
  // The way back, by the browser's button as well: the address stays that of the simulation.
  if (!usePlayback.getState().trace.recording) history.pushState(null, '', location.href);
  show(trace);
}

/** Shows another connection, the same as another protocol, or another part of it, which begins with packet `from`. */
export async function showConversation(
  chosen: number,
  progress: Progress,
  as?: { readonly protocol: Protocol | undefined },
  from = 0,
): Promise<void> {
  const { open } = useRecording.getState();
  if (!open) return;
  const known = await knownProtocols();
  const { trace, protocol } = await traced(open.capture.conversations[chosen], known, as, progress, from);
  const starts = from === 0 ? [0] : [...open.starts.filter(start => start < from), from];
  const byHand = as !== undefined && (from === 0 || open.byHand);
  useRecording.setState({ open: { ...open, chosen, protocol, byHand, starts } });
  show(trace);
}

/** Shows the simulation again, as it was left. */
export function backToSimulation(): void {
  history.back();
}

/** The protocols that can be recognised. Resolves when all are loaded, and whatever their messages may need to be read, such as gzip. */
export async function knownProtocols(): Promise<readonly Protocol[]> {
  await loadAllParts();
  return allProtocols();
}

async function firstKnown(
  { conversations }: Capture,
  known: readonly Protocol[],
  signal: AbortSignal,
): Promise<number> {
  function* look() {
    for (const [index, conversation] of conversations.slice(0, MOST_LOOKED_AT).entries()) {
      if (recognisedEarly(conversation, known)) return index;
      yield index / conversations.length;
    }
    return 0;
  }
  return doInSlices(look(), () => {}, signal);
}

async function traced(
  conversation: Conversation,
  known: readonly Protocol[],
  as: { readonly protocol: Protocol | undefined } | undefined,
  { told, signal }: Progress,
  from = 0,
) {
  const protocol = as ? as.protocol : recognisedEarly(conversation, known);
  const trace = await doInSlices(recordTrace(conversation, protocol, from), told, signal);
  await doInSlices(questionsOfAllViews(trace), () => told(1), signal);
  return { protocol, trace };
}

/** What every view asks of a run, once: of a long one each answer takes as long as a frame or several. */
function* questionsOfAllViews(trace: Trace): Slices<void> {
  for (const ask of [journeysOf, phasesOf, scalesOf]) {
    ask(trace);
    yield 1;
  }
}

function show(trace: Trace): void {
  usePlayback.setState({ selection: undefined, preview: undefined });
  usePlayback.getState().show(trace);
  // Nothing of it is an edit of what was on screen before.
  usePlayback.setState({ compared: undefined });
  usePlayback.getState().moveTo(0);
  useSession.getState().tell(undefined);
}

function megabytes(octets: number): number {
  return Math.ceil((octets / 1024 / 1024) * 10) / 10;
}
