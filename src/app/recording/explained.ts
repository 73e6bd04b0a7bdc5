// How much of a recorded connection's octets is explained: found out in slices, when the pane is looked at.
import { useEffect, useState } from 'react';
import { explainedOctets } from '../../recording/dissect-conversation';
import type { Trace } from '../../trace/trace';
import { doInSlices } from './do-in-slices';

/** The share of the messages' octets, and of those missing in the capture none, that some rule explains; undefined until it is known. */
export function useExplained(trace: Trace): number | undefined {
  const [found, setFound] = useState<{ readonly trace: Trace; readonly share: number }>();
  useEffect(() => {
    const giveUp = new AbortController();
    function* count() {
      let [explained, all] = [0, 0];
      for (const { id, pdu } of trace.messages) {
        explained += explainedOctets(pdu);
        all += pdu.bytes.length;
        yield id / trace.messages.length;
      }
      return all === 0 ? 0 : explained / all;
    }
    doInSlices(count(), () => {}, giveUp.signal).then(
      share => setFound({ trace, share }),
      () => {},
    );
    return () => giveUp.abort();
  }, [trace]);
  return found?.trace === trace ? found.share : undefined;
}
