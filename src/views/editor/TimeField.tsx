// A moment or a duration: microseconds, shown in milliseconds.
import { FigureField } from './FigureField';
import { OptionalFigure } from './OptionalFigure';

const MS = 1000;
const LONGEST = 3_600_000 * MS;

interface TimeFieldProps {
  readonly label: string;
  readonly value: number;
  /** In microseconds; 0 where it is not said otherwise. */
  readonly min?: number;
  readonly onChange: (value: number) => void;
}

export function TimeField({ min = 0, ...field }: TimeFieldProps) {
  return <FigureField {...field} scale={MS} min={min} max={LONGEST} step={10 * MS} />;
}

interface OptionalTimeProps extends Omit<TimeFieldProps, 'value' | 'onChange'> {
  readonly condition: string;
  readonly value: number | undefined;
  readonly usual: number;
  readonly onChange: (value: number | undefined) => void;
}

export function OptionalTime({ min = 0, ...figure }: OptionalTimeProps) {
  return <OptionalFigure {...figure} scale={MS} min={min} max={LONGEST} step={10 * MS} />;
}
