// When the network is cut, and in which direction.
import { useTexts } from '../../i18n/locale';
import type { Fault, PartitionFault } from '../../scenario/faults';
import { Select } from '../../ui/Select';
import { FaultEntries, type Replace } from './FaultEntries';
import { failuresTexts } from './failures-text';
import { SpanFields, USUAL_SPAN } from './SpanFields';

export interface PartitionsFormProps {
  readonly faults: readonly Fault[];
  readonly onReplace: Replace;
}

export function PartitionsForm({ faults, onReplace }: PartitionsFormProps) {
  const t = useTexts(failuresTexts);
  const partitions = faults.filter(fault => fault.does === 'partition');
  return (
    <FaultEntries
      legend={t.partition}
      hint={t.cutHint}
      nameOf={t.cut}
      faults={partitions}
      addition={t.addCut}
      added={cutBehind(partitions.at(-1))}
      onReplace={onReplace}
    >
      {(fault, replaceBy) => (
        <>
          <Select
            label={t.direction}
            value={fault.direction ?? 'both'}
            options={(['both', 'c2s', 's2c'] as const).map(value => ({ value, label: t.directions[value] }))}
            onChange={value => replaceBy({ ...fault, direction: value === 'both' ? undefined : value })}
          />
          <SpanFields span={fault} ends={t.heals} onChange={part => replaceBy({ ...fault, ...part })} />
        </>
      )}
    </FaultEntries>
  );
}

/** The network works for a while, and is cut again. */
function cutBehind(last: PartitionFault | undefined): PartitionFault {
  const from = last ? (last.until ?? last.from) + USUAL_SPAN : 0;
  return { does: 'partition', from, until: from + USUAL_SPAN };
}
