// How long somebody waits: for ever, or for so many milliseconds.
import { PATIENCE_LIMITS } from '../../scenario/rules';
import { Checkbox } from './Field';
import { FigureField } from './FigureField';

/** Milliseconds of somebody who has just been told not to wait for ever. */
const FIRST_PATIENCE = 300;

interface PatienceProps {
  readonly labels: { readonly wanted: string; readonly ms: string };
  /** Undefined: for ever. */
  readonly value: number | undefined;
  readonly problem?: string;
  readonly onChange: (ms: number | undefined) => void;
}

export function Patience({ labels, value, problem, onChange }: PatienceProps) {
  const [min, max] = PATIENCE_LIMITS;
  return (
    <>
      <Checkbox
        label={labels.wanted}
        checked={value !== undefined}
        onChange={wanted => onChange(wanted ? FIRST_PATIENCE : undefined)}
      />
      {value !== undefined && (
        <FigureField
          label={labels.ms}
          value={value}
          min={min}
          max={max}
          step={10}
          problem={problem}
          onChange={onChange}
        />
      )}
    </>
  );
}
