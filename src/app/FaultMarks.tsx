// What goes wrong, on the timeline, joined to the session.
import { usePlayback } from '../playback/store';
import { TimelineMarks } from '../views/faults/TimelineMarks';
import { useSession } from './session';

export function FaultMarks({ inset }: { readonly inset: number }) {
  const trace = usePlayback(state => state.trace);
  const faults = useSession(({ shown }) => shown.faults);
  return <TimelineMarks trace={trace} faults={faults} inset={inset} />;
}
