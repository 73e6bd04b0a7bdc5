// Percent-encoding, of messages of a status and of paths. gRPC over HTTP2, "Responses" (Percent-Encoded); RFC 3986 §2.1.

/** What encodeURI leaves as it is. ECMA-262 §19.2.6.4. */
export const URI_CHARACTERS = /[A-Za-z0-9;,/?:@&=+$\-_.!~*'()#]/;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `text` as UTF-8, each octet of which that is not among the characters `kept` written as % and two hexadecimal digits. */
export function percentEncoded(text: string, kept: RegExp): string {
  return Array.from(encoder.encode(text), octet => {
    const character = String.fromCharCode(octet);
    return kept.test(character) ? character : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** The text that `encoded` stands for. A % without two digits stands for itself, as the specification asks of readers. */
export function percentDecoded(encoded: string): string {
  const octets: number[] = [];
  for (let at = 0; at < encoded.length; at++) {
    const digits = encoded[at] === '%' ? /^[0-9a-f]{2}/i.exec(encoded.slice(at + 1, at + 3)) : null;
    octets.push(digits ? Number.parseInt(digits[0], 16) : encoded.charCodeAt(at));
    if (digits) at += 2;
  }
  return decoder.decode(new Uint8Array(octets));
}
