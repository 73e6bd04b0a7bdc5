// Chooses between a message, what its body stands for, and the frame that carries it. Choosing is selecting, so every pane follows.
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { type Dissection, pduOf } from '../../trace/dissection';
import { carriersOf, messageOf } from '../../trace/questions';
import type { PduRef, Selection } from '../../trace/selection';
import type { Trace } from '../../trace/trace';
import { Segmented } from '../../ui/Segmented';
import styles from './Bytes.module.css';
import { texts } from './text';

export function PduSwitch({ dissection }: { readonly dissection: Dissection }) {
  const t = useTexts(texts);
  const trace = usePlayback(state => state.trace);
  const select = usePlayback(state => state.select);
  const choices = choicesFor(trace, dissection.ref);
  if (choices.length < 2) return null;
  return (
    <div className={styles.switch} data-print="never">
      <Segmented
        label={t.shows}
        value={dissection.ref.of}
        options={choices.map(({ of }) => ({ value: of, label: t.show[of], title: t.showTitle[of] }))}
        onChange={of => select(wholeOf(trace, choices.find(ref => ref.of === of)!))}
      />
    </div>
  );
}

/** The PDUs that are about the same message as `shown`, which is one of them. */
function choicesFor(trace: Trace, shown: PduRef): PduRef[] {
  const message = messageOf(trace, shown);
  if (message === undefined) return [shown];
  const refs: PduRef[] = [{ of: 'message', id: message }];
  const content = pduOf(trace, { of: 'content', id: message });
  if (content) refs.push({ of: 'content', id: message });
  const carrier =
    shown.of === 'packet'
      ? shown.id
      : carriersOf(trace, message, { start: 0, end: trace.messages[message].pdu.bytes.length })[0];
  if (carrier !== undefined) refs.push({ of: 'packet', id: carrier });
  return refs;
}

function wholeOf(trace: Trace, ref: PduRef): Selection {
  if (ref.of === 'packet') return { kind: 'packet', packet: ref.id };
  return { kind: 'octets', pdu: ref, start: 0, end: pduOf(trace, ref)?.bytes.length ?? 0 };
}
