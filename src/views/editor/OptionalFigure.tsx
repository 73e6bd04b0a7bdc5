// A figure that may be absent: a checkbox, and when it is set, a field.
import { Checkbox } from './Field';
import { FigureField, type FigureFieldProps } from './FigureField';

export interface OptionalFigureProps extends Omit<FigureFieldProps, 'value' | 'onChange'> {
  /** What it means that there is a figure. */
  readonly condition: string;
  readonly value: number | undefined;
  /** The figure to begin with. */
  readonly usual: number;
  readonly onChange: (value: number | undefined) => void;
}

export function OptionalFigure({ condition, value, usual, onChange, ...figure }: OptionalFigureProps) {
  return (
    <>
      <Checkbox
        label={condition}
        checked={value !== undefined}
        onChange={checked => onChange(checked ? usual : undefined)}
      />
      {value !== undefined && <FigureField {...figure} value={value} onChange={onChange} />}
    </>
  );
}
