// The run as a file. The makers are loaded when one is asked for.
import { useTexts } from '../i18n/locale';
import { usePlayback } from '../playback/store';
import { Menu, type MenuItem } from '../ui/Menu';
import { showToast } from '../ui/toast';
import type { ExportId } from './export-run';
import { useSession } from './session';
import { texts } from './text';

const IDS: readonly ExportId[] = ['pcapng', 'pcap', 'json', 'transcript', 'svg', 'png'];

/** One item for each kind of file. */
export function useExportItems(): readonly MenuItem[] {
  const t = useTexts(texts);
  const run = async (id: ExportId) => {
    const { exportRun } = await import('./export-run');
    const { startedAt } = useSession.getState().shown;
    showToast(await exportRun(id, { trace: usePlayback.getState().trace, startedAt }));
  };
  return IDS.map(id => ({ id, label: t.exports[id][0], hint: t.exports[id][1], onChoose: () => void run(id) }));
}

export function ExportMenu() {
  const t = useTexts(texts);
  return <Menu label={t.export} items={useExportItems()} />;
}
