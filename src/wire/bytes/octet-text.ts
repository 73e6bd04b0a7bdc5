// Octets as text in which every octet is a character, and text that is fit for a sentence. HTTP heads and HPACK strings are such.

/** `[start, end)` as ISO 8859-1, in which every octet is a character: what HTTP makes of octets beyond ASCII. RFC 9110 §5.5. */
export function octetText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

/** `text` in ISO 8859-1: {@link octetText} the other way round. */
export function textOctets(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

/** The beginning of `[start, end)` with control characters made visible: for showing what is wrong. */
export function shownText(bytes: Uint8Array, start: number, end: number): string {
  return JSON.stringify(octetText(bytes, start, Math.min(end, start + 60))).slice(1, -1);
}
