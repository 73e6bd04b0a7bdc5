// The survey of the run on screen, joined to the session and the files that can be had of it.
import { usePlayback } from '../../playback/store';
import { surveyCsv } from '../../survey/survey-csv';
import { showToast } from '../../ui/toast';
import { SurveyView } from '../../views/survey/SurveyView';
import { download } from '../download';
import { useSession } from '../session';
import { pcapngInWorker } from './colleague';
import { openCall } from './open-call';
import { surveyOfRun } from './surveyed-runs';

const CSV_NAME = 'callscope-calls.csv';
const PCAPNG_NAME = 'callscope-calls.pcapng';

export function SurveyPane({ onOpened }: { readonly onOpened: () => void }) {
  const survey = surveyOfRun(useSession(session => session.shown));
  const opened = usePlayback(state => state.trace.part?.call ?? 0);
  if (!survey) return null;
  return (
    <SurveyView
      survey={survey}
      opened={opened}
      onOpen={call => void openCall(call, 0).then(onOpened)}
      onCsv={() => save(CSV_NAME, surveyCsv(survey), 'text/csv')}
      onPcapng={() => void savePackets()}
    />
  );
}

async function savePackets(): Promise<void> {
  const { shown } = useSession.getState();
  save(PCAPNG_NAME, await pcapngInWorker(shown), 'application/x-pcapng');
}

function save(name: string, content: BlobPart, type: string): void {
  download(name, content, type);
  showToast(name);
}
