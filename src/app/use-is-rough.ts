// Whether anything is to go wrong in the run on screen.
import { useIsRecording } from './capture-desk';
import { useSession } from './session';

/** False of a recording: what went wrong there, nobody has ordered. */
export function useIsRough(): boolean {
  const isRecording = useIsRecording();
  const isRough = useSession(
    ({ shown }) => shown.faults.length > 0 || Object.values(shown.impairments).some(rate => rate > 0),
  );
  return isRough && !isRecording;
}
