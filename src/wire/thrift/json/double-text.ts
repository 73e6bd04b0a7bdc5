// How a finite double is written in decimal digits, which differs from library to library.

/** A finite double as a number of JSON. */
export type DoubleText = (value: number) => string;

/** As npm thrift writes it: as few digits as tell the double from its neighbours. -0 loses its sign. */
export const shortestText: DoubleText = String;

/** As Python's thrift writes it: the 17 digits of `%.17g`, without zeros at the end. 3.14159 becomes 3.1415899999999999. */
export function pythonText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const [digits, power] = value.toExponential(16).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 17) return withoutZeros(value.toPrecision(17));
  const sign = exponent < 0 ? '-' : '+';
  return `${withoutZeros(digits)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function withoutZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
