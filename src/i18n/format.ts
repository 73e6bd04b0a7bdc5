// Figures as the language writes them. Units that a specification abbreviates (B, ms) stay as they are in every language.
import type { Locale } from './locale';

/** Virtual time: '0.4 ms', '82.6 ms', '1.20 s'. Widths are stable enough for tabular figures. */
export function formatMicros(micros: number, locale: Locale): string {
  const [value, unit, digits] = micros < 1_000_000 ? [micros / 1000, 'ms', 1] : [micros / 1_000_000, 's', 2];
  return `${formatter(locale, digits).format(value)} ${unit}`;
}

/** A whole number with the language's grouping. */
export function formatCount(count: number, locale: Locale): string {
  return formatter(locale, 0).format(count);
}

/** Making a formatter takes a hundred times as long as using it, and lists use it for every row, the clock for every frame. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formatters.set(key, known);
  }
  return known;
}

/** An octet offset: at least four hexadecimal digits. */
export function formatOffset(offset: number): string {
  return offset.toString(16).padStart(4, '0');
}
