// Fills the figures of a field into the words that explain its kind.

/** More octets than these are not written out. */
const MOST_OCTETS = 12;

/** `text` with `{value}`, `{hex}` and `{length}` replaced. */
export function fillIn(text: string, octets: Uint8Array, value: string | undefined): string {
  const figures: Readonly<Record<string, string>> = {
    value: value ?? '…',
    hex: hexOf(octets),
    length: String(octets.length),
  };
  return text.replace(/\{(value|hex|length)\}/g, (_, name: string) => figures[name]);
}

function hexOf(octets: Uint8Array): string {
  const shown = Array.from(octets.subarray(0, MOST_OCTETS), octet => octet.toString(16).padStart(2, '0')).join(' ');
  return octets.length > MOST_OCTETS ? `${shown} …` : shown;
}
