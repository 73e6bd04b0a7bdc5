// The menu of a packet, joined to the session: what is chosen there is an act, so the run before it stays beside it.
import { usePacketMenu } from '../playback/packet-menu';
import { PLAY_BUTTON } from '../playback/player';
import { usePlayback } from '../playback/store';
import { showToast } from '../ui/toast';
import { PacketActions } from '../views/faults/PacketActions';
import { useSession } from './session';

export function PacketMenu() {
  const request = usePacketMenu(state => state.request);
  const trace = usePlayback(state => state.trace);
  const { shown, act } = useSession();
  if (!request || !trace.packets[request.packet]) return null;
  return (
    <PacketActions
      key={request.packet}
      trace={trace}
      request={request}
      faults={shown.faults}
      onChange={(faults, said) => {
        showToast(said);
        void act({ ...shown, faults });
        // Who has broken something wants to watch it. On the stage the packet may be gone; in a list one goes on from there.
        if (!request.from?.closest('[role=listbox]')) document.getElementById(PLAY_BUTTON)?.focus();
      }}
    />
  );
}
