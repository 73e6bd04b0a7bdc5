// The key for dropping: what the packet's menu offers first, without the menu. Pressed again it takes the fault away.
import { useLocaleStore } from '../i18n/locale';
import { closePacketMenu } from '../playback/packet-menu';
import { player } from '../playback/player';
import { usePlayback } from '../playback/store';
import { placeOf } from '../trace/packet-place';
import type { Selection } from '../trace/selection';
import { showToast } from '../ui/toast';
import { changeSaid } from '../views/faults/fault-name';
import { toggled } from '../views/faults/placed-faults';
import { texts } from '../views/faults/text';
import { useSession } from './session';

/** Drops the packet that is pointed at or selected, or lets it pass again. What was recorded cannot be changed any more. */
export function dropPacket(): void {
  const { trace, preview, selection, select } = usePlayback.getState();
  if (trace.recording) return;
  const t = texts[useLocaleStore.getState().locale];
  const packet = trace.packets[packetIn(preview) ?? packetIn(selection) ?? -1];
  if (!packet) {
    showToast(t.dropWhat);
    return;
  }
  player.pause();
  // So that the same key takes it back.
  select({ kind: 'packet', packet: packet.id });
  closePacketMenu();
  const { shown, act } = useSession.getState();
  const { faults, ...change } = toggled(shown.faults, { does: 'drop', packet: placeOf(trace, packet) });
  showToast(changeSaid(change, trace, t));
  void act({ ...shown, faults });
}

function packetIn(selection: Selection | undefined): number | undefined {
  if (selection?.kind === 'packet') return selection.packet;
  return selection?.kind === 'octets' && selection.pdu.of === 'packet' ? selection.pdu.id : undefined;
}
