// Floats as Python writes and reads them. Python's repr(float) is the shortest text that reads back the same, as is ECMAScript's;
// only the form differs: format_float_short of CPython's pystrtod.c with format code 'r'.

/** `repr(value)`: `3.0`, `1e+100`, `1e-07`, `-0.0`, `inf`, `nan`. */
export function pythonRepr(value: number): string {
  const size = Math.abs(value);
  // Between these bounds both languages write positions, not exponents, and differ only in Python's `.0`.
  if (size >= 1e-4 && size < 1e16) return Number.isInteger(value) ? `${value}.0` : String(value);
  if (Number.isNaN(value)) return 'nan';
  if (size === Number.POSITIVE_INFINITY) return value > 0 ? 'inf' : '-inf';
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const sign = value < 0 ? '-' : '';
  const [mantissa, exponentText] = size.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const exponent = Number(exponentText);
  return sign + scientific(digits, exponent);
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
/** What repr writes most of the time. */
const PLAIN_FLOAT = /^-?\d+\.\d+$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** `float(text)`, or undefined where Python raises ValueError. */
export function pythonFloat(text: string): number | undefined {
  if (PLAIN_FLOAT.test(text)) return Number(text);
  const trimmed = text.trim();
  const special = SPECIAL.exec(trimmed);
  if (special) return special[2] === undefined ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  return FLOAT.test(trimmed) ? Number(trimmed.replaceAll('_', '')) : undefined;
}

/** `int(text)`, or undefined where Python raises ValueError. */
export function pythonInt(text: string): bigint | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?\d+(?:_\d+)*$/.test(trimmed) || trimmed.length > 4300) return undefined;
  const digits = trimmed.replaceAll('_', '').replace(/^\+/, '');
  return digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
}
