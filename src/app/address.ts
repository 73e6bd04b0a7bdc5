// The address bar is the document: the fragment holds the scenario and the cursor, and is never sent to a server.
import { seed } from '../forks/fork-tree';
import type { Link } from '../forks/link';
import { position, usePlayback } from '../playback/store';
import { ProblemError } from '../problem/problem';
import { CANONICAL } from '../scenario/canonical';
import { useSession } from './session';

/** An edit becomes an entry of the browser's history when the learner has paused this long. */
const EDIT_PAUSE_MS = 700;
/** The cursor is written into the present entry when it has rested this long. */
const CURSOR_PAUSE_MS = 300;

/** What reads and writes links, loaded when there is one to read or to write. */
const links = () => import('../forks/link');

/** Opens a call of a run of many. */
const openCall = async (call: number, at: number) => (await import('./survey/open-call')).openCall(call, at);

let written = '';
let timesOpened = 0;
/** The fragment that could not be opened, for as long as it stands in the address. */
let damaged: string | undefined;

/** Shows what the address holds: the linked run, or the canonical one. A link that cannot be read is said, and changes nothing else. */
export async function openAddress(): Promise<void> {
  const fragment = location.hash.slice(1);
  written = fragment;
  timesOpened++;
  const { open, tell } = useSession.getState();
  if (fragment === '') return open(seed(CANONICAL), 0);
  try {
    const { decodeLink } = await links();
    const { tree, position: at, call } = await decodeLink(fragment);
    // Another address may have been asked for meanwhile.
    const isOld = () => written !== fragment;
    if (isOld()) return;
    tell(undefined);
    await open(tree, at);
    if (isOld()) return;
    if (call !== undefined) await openCall(call, at);
    // A link may hold a scenario that is well-formed and yet cannot run.
    const { problem } = useSession.getState();
    if (problem) throw new ProblemError(problem);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await open(seed(CANONICAL), 0);
    tell(error.problem);
    damaged = fragment;
  }
}

/** The runs and the cursor as an address that can be passed on. Throws `link.unshareable` when the present run is too large for one. */
export async function presentAddress(): Promise<{ readonly href: string; readonly leftOut: number }> {
  const url = new URL(location.href);
  const { text, leftOut } = await presentLink();
  url.hash = text;
  return { href: url.href, leftOut };
}

/** Writes edits and the cursor into the address from now on, and follows the back and forward buttons. */
export function followAddress(): void {
  let { tree, notice } = useSession.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let edited = false;
  window.addEventListener('popstate', () => {
    if (location.hash.slice(1) === written && !isRecording()) return;
    // What was still to be written belongs to the entry that was left.
    clearTimeout(timer);
    edited = false;
    void openAddress();
  });
  const schedule = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void write(edited ? 'push' : 'replace');
      edited = false;
    }, pause);
  };
  useSession.subscribe(session => {
    if (notice && !session.notice) leaveDamagedLink();
    notice = session.notice;
    if (session.tree === tree) return;
    // Who walks from run to run changes the place only, as with the cursor: the entry has those runs already.
    edited ||= [...tree.forks.values()].every(({ scenario }) => scenario !== session.shown);
    tree = session.tree;
    schedule(EDIT_PAUSE_MS);
  });
  usePlayback.subscribe((state, before) => {
    if (state.seq !== before.seq || state.trace !== before.trace) schedule(edited ? EDIT_PAUSE_MS : CURSOR_PAUSE_MS);
  });
}

async function presentLink(): Promise<Link> {
  const { tree, shown } = useSession.getState();
  const at = Math.round(position.get() * 1000) / 1000;
  if (tree.forks.size === 1 && shown === CANONICAL && at === 0) return { text: '', leftOut: 0 };
  const { encodeLink } = await links();
  return encodeLink({ tree, position: at, call: usePlayback.getState().trace.part?.call });
}

async function write(entry: 'push' | 'replace'): Promise<void> {
  if (isRecording()) return;
  const before = timesOpened;
  const { text } = await presentLink().catch(keepAddress);
  // Another address may have been opened meanwhile.
  if (timesOpened !== before || text === written) return;
  setAddress(text, entry);
}

/** What is on screen once the notice about a link is gone is not what the link says: the default run, whose address is the bare one. */
function leaveDamagedLink(): void {
  if (damaged !== undefined && damaged === written) setAddress('', 'replace');
  damaged = undefined;
}

function setAddress(fragment: string, entry: 'push' | 'replace'): void {
  written = fragment;
  const url = new URL(location.href);
  url.hash = fragment;
  if (entry === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

/** A recording is in no link: the address stays that of the simulation. */
function isRecording(): boolean {
  return usePlayback.getState().trace.recording !== undefined;
}

/** A run too large for a link leaves the address as it is; the share dialog says why. */
function keepAddress(error: unknown): { readonly text: string } {
  if (error instanceof ProblemError) return { text: written };
  throw error;
}
