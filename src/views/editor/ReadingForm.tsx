// When a program does not read from its sockets.
import { useTexts } from '../../i18n/locale';
import type { Fault } from '../../scenario/faults';
import { Select } from '../../ui/Select';
import { FaultEntries, type Replace } from './FaultEntries';
import { failuresTexts } from './failures-text';
import { SpanFields } from './SpanFields';

export interface ReadingFormProps {
  readonly faults: readonly Fault[];
  readonly onReplace: Replace;
}

export function ReadingForm({ faults, onReplace }: ReadingFormProps) {
  const t = useTexts(failuresTexts);
  return (
    <FaultEntries
      legend={t.reading}
      nameOf={t.pause}
      faults={faults.filter(fault => fault.does === 'stop-reading')}
      addition={t.addPause}
      added={{ does: 'stop-reading', host: 'server', from: 0 }}
      onReplace={onReplace}
    >
      {(fault, replaceBy) => (
        <>
          <Select
            label={t.stopsReading}
            value={fault.host}
            options={(['client', 'server'] as const).map(value => ({ value, label: t.readers[value] }))}
            onChange={host => replaceBy({ ...fault, host })}
          />
          <SpanFields span={fault} ends={t.readsAgain} onChange={part => replaceBy({ ...fault, ...part })} />
        </>
      )}
    </FaultEntries>
  );
}
