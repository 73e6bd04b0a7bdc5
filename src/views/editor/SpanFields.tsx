// From when until when something goes on; it may have no end.
import { useTexts } from '../../i18n/locale';
import type { PartitionFault } from '../../scenario/faults';
import { failuresTexts } from './failures-text';
import { OptionalTime, TimeField } from './TimeField';

/** In microseconds. */
export const USUAL_SPAN = 500_000;

type Span = Pick<PartitionFault, 'from' | 'until'>;

export interface SpanFieldsProps {
  readonly span: Span;
  /** What it means that it ends. */
  readonly ends: string;
  readonly onChange: (part: Partial<Span>) => void;
}

export function SpanFields({ span: { from, until }, ends, onChange }: SpanFieldsProps) {
  const t = useTexts(failuresTexts);
  return (
    <>
      <TimeField label={t.from} value={from} onChange={from => onChange({ from })} />
      <OptionalTime
        condition={ends}
        label={t.until}
        value={until}
        usual={from + USUAL_SPAN}
        onChange={until => onChange({ until })}
      />
    </>
  );
}
