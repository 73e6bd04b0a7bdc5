// The list of what goes wrong, joined to the session.
import { usePlayback } from '../playback/store';
import { showToast } from '../ui/toast';
import { FaultList } from '../views/faults/FaultList';
import { useSession } from './session';

export function ShownFaults() {
  const trace = usePlayback(state => state.trace);
  const { shown, act } = useSession();
  return (
    <FaultList
      trace={trace}
      faults={shown.faults}
      impairments={shown.impairments}
      onChange={(left, said) => {
        showToast(said);
        void act({ ...shown, ...left });
      }}
    />
  );
}
