// Figures as the language writes them. Units that a specification abbreviates (B, ms) stay as they are in every language.
import type { Locale } from './locale';

/** Virtual time: '0.4 ms', '82.6 ms', '1.20 s'. Widths are stable enough for tabular figures. */
export function formatMicros(micros: number, locale: Locale): string {
  const [value, unit, digits] = micros < 1_000_000 ? [micros / 1000, 'ms', 1] : [micros / 1_000_000, 's', 2];
  return `${value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

/** Making a formatter takes a hundred times as long as using it, and lists use it for every row. */
const counts = new Map<Locale, Intl.NumberFormat>();

/** A whole number with the language's grouping. */
export function formatCount(count: number, locale: Locale): string {
  let format = counts.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    counts.set(locale, format);
  }
  return format.format(count);
}

/** An octet offset: at least four hexadecimal digits. */
export function formatOffset(offset: number): string {
  return offset.toString(16).padStart(4, '0');
}
